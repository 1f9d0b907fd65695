import { type Pin, withoutSecrets } from "@mia/step-result";
import { describe, expect, test } from "vitest";
import {
  incompleteParts,
  type Lock,
  type LockedModel,
  type LockPins,
  lockDiff,
  lockDrift,
  materialsDrift,
  packageKey,
  parseLock,
  printLock,
  versionKey,
  wheelName,
} from "./lock.ts";
import { isFileOf } from "./lock-wheel-name.ts";

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const commit = (letter: string): string => letter.repeat(40);
const hash = (letter: string): string => letter.repeat(64);

const model: LockedModel = {
  python: "3.8",
  platform: "manylinux_2_27_x86_64",
  bases: [{ image: "pytorch/pytorch:1.9.1", digest: digest("a") }],
  sources: [
    {
      repository: "https://github.com/hustvl/MapTR",
      ref: commit("1"),
      commit: commit("1"),
      submodules: [{ path: "ops", repository: "../ops.git", commit: commit("2") }],
    },
  ],
  packages: [
    { name: "mmdet3d", version: "0.17.2", built: true },
    {
      name: "numpy",
      version: "1.19.5",
      file: "numpy-1.19.5-cp38-cp38-manylinux2010_x86_64.whl",
      sha256: hash("b"),
      from: "files.pythonhosted.org",
    },
    {
      name: "torch",
      version: "1.9.1+cu111",
      file: null,
      sha256: null,
      reason: "download.pytorch.org could not be reached",
    },
  ],
};
const lock: Lock = { schema: "models-lock/v1", models: { vad: model, maptr: model } };

const pins: LockPins = {
  slug: "maptr",
  python: "3.8",
  platform: "manylinux_2_27_x86_64",
  bases: [{ image: "pytorch/pytorch:1.9.1", locations: [{ file: "Dockerfile", line: 1 }] }],
  sources: [
    {
      repository: "https://github.com/hustvl/MapTR",
      ref: commit("1"),
      locations: [{ file: "Dockerfile", line: 2 }],
    },
  ],
  packages: [
    { name: "mmdet3d", version: "0.17.2", built: true, wheelOnly: false, locations: [] },
    {
      name: "Numpy",
      version: "1.19.5",
      built: false,
      wheelOnly: false,
      locations: [{ file: "requirements.txt", line: 1 }],
    },
    { name: "torch", version: "1.9.1+cu111", built: false, wheelOnly: true, locations: [] },
  ],
  unknown: [],
};

describe("the file", () => {
  test("what is printed is read as the same lock, and printed as the same bytes", () => {
    const text = printLock(lock);
    const parsed = parseLock(text);
    expect(parsed).toMatchObject({ ok: true, lock });
    if (parsed.ok) expect(printLock(parsed.lock)).toBe(text);
    expect(text.indexOf("  maptr:")).toBeLessThan(text.indexOf("  vad:"));
  });

  test("the order of entries does not show", () => {
    const turned = { ...model, packages: [...model.packages].reverse() };
    expect(printLock({ ...lock, models: { maptr: turned, vad: model } })).toBe(printLock(lock));
  });

  test("lines of entries are found", () => {
    const text = printLock(lock);
    const parsed = parseLock(text);
    if (!parsed.ok) throw new Error("the lock is not sound");
    const line = parsed.lineOf(["models", "vad", "packages", 1]);
    expect(text.split("\n")[line - 1]).toContain('name: "numpy"');
  });

  test("a lock of nothing is a lock", () => {
    const nothing: Lock = { schema: "models-lock/v1", models: {} };
    expect(parseLock(printLock(nothing))).toMatchObject({ ok: true, lock: nothing });
  });

  const sound = printLock({ schema: "models-lock/v1", models: { maptr: model } });
  test.each([
    ["half a digest", sound.replace(digest("a"), "sha256:ed167cae"), [9, /bases.0.digest: must be sha256/]],
    [
      "null without a reason",
      sound.replace(/, reason: "down[^"]*"/, ""),
      [15, /packages.2.reason: goes with null/],
    ],
    [
      "a reason without null",
      sound.replace(`digest: "${digest("a")}"`, `digest: "${digest("a")}", reason: "x"`),
      [9, /bases.0.reason: goes with null/],
    ],
    [
      "a branch as a commit",
      sound.replace(`commit: "${commit("1")}"`, 'commit: "main"'),
      [11, /sources.0.commit: must be a full commit/],
    ],
    [
      "a password",
      sound.replace("https://github.com/hustvl", "https://me:secret@github.com/hustvl"),
      [11, /must not hold a password/],
    ],
    [
      "a file without its host",
      sound.replace(', from: "files.pythonhosted.org"', ""),
      [14, /packages.1.from: is missing/],
    ],
    [
      "a path as a file",
      sound.replace("numpy-1.19.5-cp38", "../numpy-1.19.5-cp38"),
      [14, /packages.1.file: must be the name/],
    ],
    [
      "a hash of what is built",
      sound.replace("built: true", `built: true, sha256: "${hash("c")}"`),
      [13, /packages.0.sha256: does not go with/],
    ],
    ["a key nobody knows", sound.replace("python:", "pyhton:"), [6, /pyhton: not a key of the lock/]],
    ["another version", sound.replace("models-lock/v1", "models-lock/v2"), [3, /schema/]],
    ["a conflict of git", `${sound}<<<<<<< HEAD\n`, [16, /git could not merge/]],
    [
      "an entry given twice",
      sound.replace('name: "torch", version: "1.9.1+cu111"', 'name: "NumPy", version: "1.19.5"'),
      [15, /numpy==1.19.5 stands here a second time/],
    ],
    ["no YAML", "schema: [", [1, /not readable as YAML/]],
    ["nothing", "", [1, /the file is empty/]],
  ])("refuses %s at its line", (_, text, [line, message]) => {
    expect(parseLock(text)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([{ line, message: expect.stringMatching(message as RegExp) }]),
    });
  });

  test("a megabyte is read in good time", () => {
    const packages = Array.from({ length: 4000 }, (_, index) => ({
      name: `p${index}`,
      version: "1.0",
      file: `p${index}-1.0-py3-none-any.whl`,
      sha256: hash("d"),
      from: "files.pythonhosted.org",
    }));
    const text = printLock({ schema: "models-lock/v1", models: { maptr: { ...model, packages } } });
    const started = performance.now();
    expect(parseLock(text).ok).toBe(true);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("drift between the files and the lock", () => {
  const drift = (change: Partial<LockPins>, locked: LockedModel | undefined = model) =>
    lockDrift({ ...pins, ...change }, locked).map(
      ({ kind, state, name, locked: old, found }) => `${kind} ${state} ${name}: ${old} ${found}`,
    );
  const [numpy, torch] = [pins.packages[1], pins.packages[2]] as [
    LockPins["packages"][0],
    LockPins["packages"][0],
  ];

  test("none where the two agree, however names are written", () => {
    expect(drift({})).toEqual([]);
    expect(drift({ bases: [{ image: "docker.io/pytorch/pytorch:1.9.1", locations: [] }] })).toEqual([]);
    expect(
      drift({
        sources: [{ repository: "https://GitHub.com/hustvl/MapTR.git", ref: commit("1"), locations: [] }],
      }),
    ).toEqual([]);
  });

  test.each([
    ["a model without a lock", {}, undefined, ["model missing maptr: null maptr"]],
    [
      "another tag",
      { bases: [{ image: "pytorch/pytorch:1.10", locations: [] }] },
      model,
      ["base-image differs pytorch/pytorch: 1.9.1 1.10"],
    ],
    [
      "another image",
      { bases: [{ image: "debian:12", locations: [] }] },
      model,
      ["base-image missing debian: null 12", "base-image unused pytorch/pytorch: 1.9.1 null"],
    ],
    [
      "another digest in the Dockerfile",
      { bases: [{ image: "pytorch/pytorch:1.9.1", digest: digest("f"), locations: [] }] },
      model,
      [`base-image differs pytorch/pytorch:1.9.1: ${digest("a")} ${digest("f")}`],
    ],
    [
      "another commit",
      { sources: [{ repository: "https://github.com/hustvl/MapTR", ref: commit("3"), locations: [] }] },
      model,
      [`git-commit differs https://github.com/hustvl/MapTR: ${commit("1")} ${commit("3")}`],
    ],
    [
      "another version",
      { packages: [...pins.packages.slice(0, 1), { ...numpy, version: "1.20.0" }, torch] },
      model,
      ["wheel differs Numpy: 1.19.5 1.20.0"],
    ],
    [
      "a package more",
      { packages: [...pins.packages, { ...numpy, name: "scipy", version: "1.7.3" }] },
      model,
      ["wheel missing scipy: null 1.7.3"],
    ],
    [
      "a package less",
      { packages: pins.packages.slice(0, 2) },
      model,
      ["wheel unused torch: 1.9.1+cu111 null"],
    ],
    [
      "a package now built",
      { packages: [...pins.packages.slice(0, 1), { ...numpy, built: true }, torch] },
      model,
      ["wheel differs Numpy: fetched built by the Dockerfile"],
    ],
    ["another Python", { python: "3.9" }, model, ["environment differs python: 3.8 3.9"]],
    [
      "a commit swapped in the lock",
      {},
      { ...model, sources: model.sources.map((one) => ({ ...one, commit: commit("9") })) },
      [`git-commit differs https://github.com/hustvl/MapTR: ${commit("9")} ${commit("1")}`],
    ],
    [
      "a file swapped in the lock",
      {},
      {
        ...model,
        packages: model.packages.map((one) =>
          one.file ? { ...one, file: "evil-1.0-py3-none-any.whl" } : one,
        ),
      },
      ["wheel differs numpy: evil-1.0-py3-none-any.whl a file of numpy 1.19.5"],
    ],
  ] as [string, Partial<LockPins>, LockedModel | undefined, string[]][])(
    "%s",
    (_, change, locked, expected) => {
      expect(
        lockDrift({ ...pins, ...change }, locked).map(
          ({ kind, state, name, locked: old, found }) => `${kind} ${state} ${name}: ${old} ${found}`,
        ),
      ).toEqual(expected);
    },
  );

  test("says where it is asked for and where it is locked", () => {
    const [one] = lockDrift(
      { ...pins, bases: [{ image: "pytorch/pytorch:2", locations: [{ file: "Dockerfile", line: 7 }] }] },
      model,
    );
    expect(one).toMatchObject({ locations: [{ file: "Dockerfile", line: 7 }], path: ["bases", 0] });
  });
});

describe("what a build used", () => {
  const used = (kind: Pin["kind"], name: string, value: string | null): Pin => ({ kind, name, value });
  const nothing = { drift: [], unknown: [], leftOut: [] };

  test.each([
    ["nothing at all", [], nothing],
    ["what is locked", [used("base-image", "docker.io/pytorch/pytorch:1.9.1", digest("a"))], nothing],
    [
      "the same as provenance calls it",
      [used("base-image", "pkg:docker/pytorch/pytorch@1.9.1?platform=linux%2Famd64", digest("a"))],
      nothing,
    ],
    [
      "the commit that is locked",
      [used("git-commit", "https://github.com/hustvl/MapTR.git#x", commit("1"))],
      nothing,
    ],
    [
      "another digest",
      [used("base-image", "pytorch/pytorch:1.9.1", digest("f"))],
      { ...nothing, drift: [{ name: "pytorch/pytorch:1.9.1", locked: digest("a"), found: digest("f") }] },
    ],
    [
      "another commit",
      [used("git-commit", "https://github.com/hustvl/MapTR", commit("7"))],
      {
        ...nothing,
        drift: [{ name: "https://github.com/hustvl/MapTR", locked: commit("1"), found: commit("7") }],
      },
    ],
    [
      "an image that is not locked",
      [used("frontend", "docker/dockerfile:1", digest("f"))],
      { ...nothing, drift: [{ name: "docker/dockerfile:1", locked: null, found: digest("f") }] },
    ],
    [
      "an image without a digest",
      [used("base-image", "pytorch/pytorch:1.9.1", null)],
      { ...nothing, unknown: ["pytorch/pytorch:1.9.1"] },
    ],
    ["an archive", [used("other", "https://example.org/a.tar.gz", hash("c"))], nothing],
  ] as [string, Pin[], ReturnType<typeof materialsDrift>][])("%s", (_, materials, expected) => {
    expect(materialsDrift(materials, model, [])).toEqual(expected);
  });

  test("what the lock does not know is unknown and no drift", () => {
    const locked = { ...model, bases: [{ image: "pytorch/pytorch:1.9.1", digest: null, reason: "x" }] };
    expect(materialsDrift([used("base-image", "pytorch/pytorch:1.9.1", digest("a"))], locked, [])).toEqual({
      ...nothing,
      unknown: ["pytorch/pytorch:1.9.1"],
    });
  });

  test("a full commit is held to its name before its server has shown it", () => {
    const [source] = model.sources as [LockedModel["sources"][0]];
    const sources = [{ ...source, commit: null, submodules: null, reason: "x" }];
    const of = (value: string) =>
      materialsDrift([used("git-commit", source.repository, value)], { ...model, sources }, []);
    expect(of(commit("1"))).toEqual(nothing);
    expect(of(commit("7")).drift).toHaveLength(1);
  });

  test.each([
    [
      "an image in the place of a stage",
      { name: "base", value: "docker-image://localhost:5000/stand-in:1" },
      used("base-image", "localhost:5000/stand-in:1", digest("f")),
    ],
    [
      "another image under an image's name",
      { name: "pytorch/pytorch:1.9.1", value: "docker-image://mirror.example/p:1" },
      used("base-image", "pytorch/pytorch:1.9.1", digest("f")),
    ],
    [
      "a repository in the place of a stage",
      { name: "upstream", value: "https://example.org/fork.git#main" },
      used("git-commit", "https://example.org/fork.git", commit("f")),
    ],
  ])("%s is left out, by name", (_, context, material) => {
    expect(materialsDrift([material], model, [context])).toEqual({ ...nothing, leftOut: [material.name] });
    expect(materialsDrift([material], model, []).drift).toHaveLength(1);
  });

  test("a folder in the place of a stage excuses nothing else", () => {
    const material = used("base-image", "debian:12", digest("f"));
    expect(materialsDrift([material], model, [{ name: "wheels", value: "./wheels" }]).drift).toHaveLength(1);
  });
});

test("what is not locked is told with its reason", () => {
  expect(incompleteParts(model)).toEqual([
    {
      kind: "wheel",
      name: "torch 1.9.1+cu111",
      reason: "download.pytorch.org could not be reached",
      path: ["packages", 2],
    },
  ]);
});

test("a diff for a person: one line a change", () => {
  const before: Lock = { schema: "models-lock/v1", models: { maptr: model, petr: model } };
  const [numpy] = model.packages.slice(1, 2) as [LockedModel["packages"][0]];
  const after: Lock = {
    schema: "models-lock/v1",
    models: {
      maptr: {
        ...model,
        bases: [{ image: "pytorch/pytorch:1.9.1", digest: digest("b") }],
        packages: [
          model.packages[0] as typeof numpy,
          {
            ...numpy,
            version: "1.20.0",
            file: "numpy-1.20.0-cp38-cp38-manylinux2010_x86_64.whl",
            sha256: hash("c"),
            from: "x.example",
          },
          { name: "addict", version: "2.4.0", file: null, sha256: null, reason: "x" },
        ],
      },
    },
  };
  expect(lockDiff(before, after).map(({ model: slug, text }) => `${slug}: ${text}`)).toEqual([
    `maptr: base pytorch/pytorch:1.9.1 ${digest("a")} → ${digest("b")}`,
    `maptr: wheel numpy 1.19.5 numpy-1.19.5-cp38-cp38-manylinux2010_x86_64.whl sha256:${hash("b")} from files.pythonhosted.org → 1.20.0 numpy-1.20.0-cp38-cp38-manylinux2010_x86_64.whl sha256:${hash("c")} from x.example`,
    "maptr: wheel addict 2.4.0 not locked → unknown",
    "maptr: wheel torch 1.9.1+cu111 unknown → gone",
    "petr: the model is gone",
  ]);
  expect(lockDiff(after, after)).toEqual([]);
  expect(lockDiff(undefined, lock)).toEqual(
    ["maptr", "vad"].map((slug) => ({
      model: slug,
      text: "the model is new: 1 images, 1 repositories, 3 packages",
    })),
  );
});

test.each([
  ["1.16", "1.16.0"],
  ["1.0", "v1"],
  ["1.0-RC1", "1.0.0rc1"],
  ["1.0-1", "1.post1"],
  ["1.0.dev", "1.dev0"],
  ["1.0a", "1.0.alpha0"],
  ["1.0+ubuntu-1", "1+ubuntu.1"],
  ["2024.08.30", "2024.8.30"],
])("%s and %s are one version", (one, other) => {
  expect(versionKey(one)).toBe(versionKey(other));
  expect(packageKey({ name: "a", version: one })).toBe(packageKey({ name: "A", version: other }));
});

test.each([
  ["1.10", "1.1"],
  ["10", "1"],
  ["1.0", "1.0+cu111"],
  ["1.0.post1", "1.0"],
  ["1!1.0", "1.0"],
])("%s and %s are two versions", (one, other) => {
  expect(versionKey(one)).not.toBe(versionKey(other));
});

describe("two digests of one tag", () => {
  const bases = ["a", "b"].map((letter) => ({
    image: `debian:12@${digest(letter)}`,
    digest: digest(letter),
  }));
  const twice = { ...model, bases };

  test("are two entries, each held", () => {
    expect(parseLock(printLock({ schema: "models-lock/v1", models: { maptr: twice } })).ok).toBe(true);
    const pinned = bases.map((one) => ({ ...one, locations: [] }));
    expect(lockDrift({ ...pins, bases: pinned }, twice)).toEqual([]);
    const moved = [pinned[0], { image: `debian:12@${digest("c")}`, digest: digest("c"), locations: [] }];
    expect(lockDrift({ ...pins, bases: moved as typeof pinned }, twice)).toMatchObject([
      { kind: "base-image" },
    ]);
  });

  test("a build of either is no drift, and of a third one is", () => {
    const used = (letter: string): Pin => ({ kind: "base-image", name: "debian:12", value: digest(letter) });
    expect(materialsDrift([used("a"), used("b")], twice, []).drift).toEqual([]);
    expect(materialsDrift([used("c")], twice, []).drift).toHaveLength(1);
  });
});

test("a file that nobody may have locked is drift", () => {
  const [, numpy] = pins.packages as [unknown, LockPins["packages"][0]];
  const undecided = { ...pins, packages: [{ ...numpy, undecided: "another index decides" }] };
  expect(lockDrift(undecided, model)).toContainEqual(
    expect.objectContaining({ name: "Numpy", found: "a file that nobody can name: another index decides" }),
  );
  const hashes = { ...pins, packages: [{ ...numpy, hashes: [hash("e")] }] };
  expect(lockDrift(hashes, model)).toContainEqual(
    expect.objectContaining({ name: "Numpy", state: "differs" }),
  );
});

test("a model may be called as what every object has", () => {
  const named: Lock = { schema: "models-lock/v1", models: { constructor: model } };
  const nothing = parseLock(printLock({ schema: "models-lock/v1", models: {} }));
  if (!nothing.ok) throw new Error("the lock is not sound");
  const slug: string = "constructor";
  expect(nothing.lock.models[slug]).toBeUndefined();
  expect(lockDiff(nothing.lock, named)).toHaveLength(1);
  expect(lockDiff({ schema: "models-lock/v1", models: {} }, named)[0]?.text).toContain("is new");
  expect(parseLock(printLock(named)).ok).toBe(true);
});

test.each([
  ["https://user:SEKRET@host/x.whl", "https://host/x.whl"],
  ["a https://u:p@SEKRET@host/r.git?private_token=SEKRET#main b", "a https://host/r.git#main b"],
  ["git+https://SEKRET@host/r, ssh://git:SEKRET@host/r", "git+https://host/r, ssh://host/r"],
  ["nothing?here", "nothing?here"],
])("of %j secrets are left out", (text, expected) => {
  expect(withoutSecrets(text)).toBe(expected);
});

test("sixty thousand models are refused with a reason, in good time", () => {
  const models = Array.from({ length: 60_000 }, (_, index) => `  m${index}: {}`);
  const started = performance.now();
  const read = parseLock(`schema: models-lock/v1\nmodels:\n${models.join("\n")}\n`);
  expect(read).toMatchObject({
    ok: false,
    problems: [{ message: expect.stringContaining("too many entries") }],
  });
  expect(performance.now() - started).toBeLessThan(5000);
});

test.each([
  ["numpy-1.19.5-cp38-cp38-manylinux2010_x86_64.whl", { name: "numpy", version: "1.19.5" }],
  ["torch-1.9.1+cu111-cp38-cp38-linux_x86_64.whl", { name: "torch", version: "1.9.1+cu111" }],
  ["ruamel.yaml-0.17-1-py3-none-any.whl", { name: "ruamel-yaml", version: "0.17" }],
  ["nuscenes-devkit-1.1.9.tar.gz", { name: "nuscenes-devkit", version: "1.1.9" }],
  ["numpy.whl", undefined],
  ["archive.tar.gz", undefined],
])("the name %s tells %o", (file, told) => {
  expect(wheelName(file)).toEqual(told);
});

test.each([
  ["python_dateutil-2.9.0.post0-py2.py3-none-any.whl", "python-dateutil", "2.9.0.post0", true],
  ["fvcore-0.1.5.post20221221.tar.gz", "fvcore", "0.1.5.post20221221", true],
  ["GeometricKernelAttention-1.0-cp38-cp38-linux_x86_64.whl", "geometrickernelattention", "1.0.0", true],
  ["mmdet3d-1.0.0rc6-py3-none-any.whl", "mmdet3d", "1.0.0-rc6", true],
  ["numpy-1.19.4-cp38-cp38-manylinux2010_x86_64.whl", "numpy", "1.19.5", false],
  ["numpyro-1.19.5-py3-none-any.whl", "numpy", "1.19.5", false],
])("%s as a file of %s %s: %s", (file, name, version, fits) => {
  expect(isFileOf(file, name, version)).toBe(fits);
});
