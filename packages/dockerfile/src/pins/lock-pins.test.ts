import { parseModel } from "@mia/catalog";
import type { LockPins } from "@mia/catalog/lock";
import { describe, expect, test } from "vitest";
import { hasModel, readImage } from "../image.ts";
import { lockPins } from "./lock-pins.ts";

const commit = "a6872d8d9670bde17b4b01560f1221f88b443d55";
const modelText = `schema: model/v1
slug: tiny
name: Tiny
summary: A model for tests.
upstream: {repository: "https://github.com/o/lanes", commit: ${commit}, branch: main, licence: MIT}
sources: []
base:
  image: pytorch/pytorch
  tag: 1.9.1-cuda11.1-cudnn8-devel
  digest: null
  digestReason: a test looks up none
environment: {python: "3.8", cuda: "11.1"}
packages: {torch: 1.9.1+cu111, einops: 0.6.0}
mmcvFindLinks: https://download.openmmlab.com/mmcv/dist/cu111/torch1.9.0/index.html
config: /app/x.py
outputs: [{family: vectorized-map, expect: {}}]
checkpoint: {url: "https://example.org/x.pth", sha256: null, sha256Reason: a test has none, licence: none}
dataset: {name: none, licence: none}
gpu: {computeCapability: {min: "7.0", max: "8.9"}, reason: a test, memoryMiB: 1}
smoke: {timeoutSeconds: 1, killGraceSeconds: 1, memoryMiB: 1, shmMiB: 1}
`;

function pinsOf(dockerfile: string, requirements = ""): LockPins {
  const parsed = parseModel(modelText);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const source = {
    folder: "images/tiny",
    dockerfile: { path: "images/tiny/Dockerfile", text: dockerfile },
    modelFile: { path: "images/tiny/model.yaml", text: modelText },
    requirements: [{ path: "images/tiny/requirements.txt", text: requirements }],
  };
  const image = readImage(source, parsed.model);
  if (!hasModel(image)) throw new Error("no model");
  return lockPins(image);
}

const base = "FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel AS base\n";

test("what two files name is one pin with two places", () => {
  const { bases, sources } = pinsOf(`${base}ADD https://github.com/o/lanes.git#${commit} /lanes\n`);
  expect(bases).toEqual([
    {
      image: "pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel",
      locations: [
        expect.objectContaining({ file: "images/tiny/Dockerfile", line: 1 }),
        expect.objectContaining({ file: "images/tiny/model.yaml", line: 9 }),
      ],
    },
  ]);
  expect(sources).toMatchObject([{ repository: "https://github.com/o/lanes", ref: commit }]);
  expect(sources[0]?.locations.map(({ file, line }) => `${file}:${line}`)).toEqual([
    "images/tiny/Dockerfile:2",
    "images/tiny/model.yaml:5",
  ]);
});

test.each([
  ["FROM debian:12", ["debian:12"]],
  ["FROM docker.io/library/debian", ["debian:latest"]],
  [`FROM debian:12@sha256:${"c".repeat(64)}`, ["debian:12"]],
  ["FROM scratch\nCOPY --from=ghcr.io/o/tools:1 /a /a", ["ghcr.io/o/tools:1"]],
  ["# syntax=docker/dockerfile:1\nFROM scratch", ["docker/dockerfile:1"]],
  ["FROM debian:12 AS a\nFROM a\nCOPY --from=a /x /x\nCOPY --from=model-runtime /x /x", ["debian:12"]],
])("the images of %j", (dockerfile, images) => {
  const named = pinsOf(dockerfile).bases.filter(({ locations: [place] }) =>
    place?.file.endsWith("Dockerfile"),
  );
  expect(named.map(({ image }) => image)).toEqual(images);
});

test("a digest in the Dockerfile is kept", () => {
  const digest = `sha256:${"c".repeat(64)}`;
  expect(pinsOf(`FROM debian:12@${digest}`).bases[0]).toMatchObject({ image: "debian:12", digest });
});

test("what the build's caller decides is unknown", () => {
  expect(pinsOf("ARG BASE\nFROM $BASE\n").unknown).toMatchObject([{ location: { line: 2 } }]);
});

test("packages of files, of commands, and those that model.yaml alone names", () => {
  const { packages } = pinsOf(
    `${base}RUN pip install ninja==1.11.1\nRUN pip install --no-index local==1.0\n`,
    "torch==1.9.1+cu111\nnumpy>=1.19\n-e /src/own\ngit+https://github.com/o/x@main\n",
  );
  expect(packages.map(({ name, version }) => `${name} ${version}`)).toEqual([
    "ninja 1.11.1",
    "torch 1.9.1+cu111",
    "numpy null",
    "einops 0.6.0",
  ]);
});

test.each([
  [
    "grep -vE '^(mmdet3d|Own_Ops)==' r.txt > i.txt && pip wheel -r i.txt\nRUN pip wheel /src/own",
    ["mmdet3d", "own-ops"],
  ],
  ["grep -v '^mmdet3d==' r.txt > i.txt && cd ops && python setup.py bdist_wheel", ["mmdet3d"]],
  ["grep -E '^(mmdet3d)==' r.txt > i.txt && pip wheel /src/own", []],
  ["grep -vE '^(mmdet3d)==' r.txt > i.txt && pip wheel -r i.txt", []],
  ["grep -vE 'mmdet.*' r.txt > i.txt && pip wheel /src/own", []],
])("of %j the wheels of %j are built", (command, names) => {
  const { packages } = pinsOf(`${base}RUN ${command}\n`, "mmdet3d==1.0\nown.ops==1.0\nnumpy==1.19.5\n");
  expect(
    packages.filter(({ built }) => built).map(({ name }) => name.toLowerCase().replace(".", "-")),
  ).toEqual(names);
});

describe("who decides which file pip takes", () => {
  const copied = "COPY requirements.txt r.txt\n";
  const page = "https://example.org/wheels.html";
  const index = "https://example.org/simple";
  /** `undecided`, or the places where they are not the default. */
  const decided = (dockerfile: string, requirements = "numpy==1.19.5\n", name = "numpy"): unknown => {
    const pin = pinsOf(dockerfile, requirements).packages.find((one) => one.name === name);
    return pin?.undecided ?? pin?.places ?? "the default";
  };
  const only = { index: null, extraIndexes: [], links: [] };

  test.each([
    ["nothing said", `${base}${copied}RUN pip install -r r.txt`, "the default"],
    [
      "PyPI by its name",
      `${base}${copied}RUN pip install -i https://pypi.org/simple -r r.txt`,
      "the default",
    ],
    ["another index", `${base}${copied}RUN pip install --index-url ${index} -r r.txt`, { ...only, index }],
    [
      "one in a variable",
      `${base}${copied}ENV PIP_INDEX_URL=${index}\nRUN pip install -r r.txt`,
      { ...only, index },
    ],
    [
      "a further index",
      `${base}${copied}ENV PIP_EXTRA_INDEX_URL=${index}\nRUN pip install -r r.txt`,
      { ...only, extraIndexes: [index] },
    ],
    ["a page", `${base}${copied}RUN pip install -f ${page} -r r.txt`, { ...only, links: [page] }],
    [
      "a page in a variable",
      `${base}${copied}ENV PIP_FIND_LINKS=${page}\nRUN pip install -r r.txt`,
      { ...only, links: [page] },
    ],
    [
      "a page that has MMCV alone",
      `${base}${copied}RUN pip install -f https://download.openmmlab.com/mmcv/dist/cu111/torch1.9.0/index.html -r r.txt`,
      "the default",
    ],
    ["a folder", `${base}${copied}RUN pip install -f /wheels -r r.txt`, /folder of the build, too/],
    [
      "a folder alone",
      `${base}${copied}RUN pip install --no-index -f /wheels -r r.txt`,
      /folder of the build \(--no-index/,
    ],
    ["no wheel", `${base}${copied}RUN pip install --no-binary numpy -r r.txt`, /no wheel of it/],
    [
      "no wheel at all",
      `${base}${copied}ENV PIP_NO_BINARY=:all:\nRUN pip install -r r.txt`,
      /no wheel of it/,
    ],
    [
      "a configuration",
      `${base}${copied}ENV PIP_CONFIG_FILE=/pip.conf\nRUN pip install -r r.txt`,
      /configuration of pip/,
    ],
    [
      "a configuration by COPY",
      `${base}COPY pip.conf /etc/pip.conf\n${copied}RUN pip install -r r.txt`,
      /configuration of pip/,
    ],
    [
      "pip config",
      `${base}${copied}RUN pip config set global.index-url ${index} && pip install -r r.txt`,
      /configuration of pip/,
    ],
    [
      "a variable of the shell",
      `${base}${copied}RUN PIP_INDEX_URL=${index} pip install -r r.txt`,
      /variable/,
    ],
    [
      "a password",
      `${base}${copied}RUN pip install -i https://me:SEKRET@example.org/simple -r r.txt`,
      /not asked/,
    ],
    ["no https", `${base}${copied}RUN pip install -f http://example.org/x.html -r r.txt`, /not asked/],
    ["another machine", `${base}${copied}RUN pip download --platform win32 -r r.txt`, /another machine/],
    [
      "ARM",
      `FROM --platform=linux/arm64 python:3.8-bookworm\n${copied}RUN pip install -r r.txt`,
      /linux\/arm64/,
    ],
    ["musl", `FROM python:3.8-alpine\n${copied}RUN pip install -r r.txt`, /musl/],
    ["plain Alpine", `FROM alpine:3.20\n${copied}RUN pip install -r r.txt`, /musl/],
    ["a base nobody knows", `FROM example.org/x:1\n${copied}RUN pip install -r r.txt`, /system of the base/],
    [
      "a stage on another system",
      `FROM debian:12 AS a\n${copied}RUN pip install -r r.txt\nFROM ubuntu:18.04`,
      /another system/,
    ],
    [
      "two commands, two places",
      `${base}${copied}RUN pip install -r r.txt\nRUN pip install -f ${page} -r r.txt`,
      /different places/,
    ],
    [
      "uv with two indexes",
      `${base}${copied}RUN uv pip install --extra-index-url ${index} -r r.txt`,
      /another way than pip/,
    ],
  ])("%s", (_, dockerfile, expected) => {
    if (expected instanceof RegExp) expect(decided(dockerfile)).toMatch(expected);
    else expect(decided(dockerfile)).toEqual(expected);
  });

  test("options in the requirements file count, whether or not a command is seen to read it", () => {
    const file = `--index-url ${index}\nnumpy==1.19.5\n`;
    expect(decided(`${base}${copied}RUN pip install -r r.txt`, file)).toEqual({ ...only, index });
    expect(decided(base, file)).toEqual({ ...only, index });
  });

  test("what model.yaml alone names has no place", () => {
    expect(decided(base, "", "einops")).toMatch(/no command that was read/);
  });

  test("a filtered list may be read by either command: all their places count", () => {
    const grep = "RUN grep -E '^x==' r.txt > a.txt && pip install -r a.txt\n";
    const rest = `RUN grep -vE '^x==' r.txt > b.txt && pip wheel -f ${page} -r b.txt\n`;
    expect(decided(`${base}${copied}${grep}${rest}`)).toEqual({ ...only, links: [page] });
  });

  test("what may only be a wheel", () => {
    const { packages } = pinsOf(
      `${base}${copied}RUN pip wheel --only-binary=torch -r r.txt\n`,
      "torch==1.9.1+cu111\nnumpy==1.19.5\n",
    );
    expect(packages.filter(({ wheelOnly }) => wheelOnly).map(({ name }) => name)).toEqual(["torch"]);
  });

  test("markers that do not hold in the image leave their package out", () => {
    const lines = [
      "numpy==1.19.5; python_version < '3.9'",
      "numpy==1.26.4; python_version >= '3.9'",
      "pywin32==306; sys_platform == 'win32'",
      "uvloop==0.17.0; platform_machine == 'aarch64'",
    ];
    for (const dockerfile of [base, `${base}${copied}RUN pip install -r r.txt`])
      expect(
        pinsOf(dockerfile, lines.join("\n")).packages.flatMap(({ name, version }) =>
          name === "torch" || name === "einops" ? [] : [`${name} ${version}`],
        ),
      ).toEqual(["numpy 1.19.5"]);
  });

  test("a constraint gives the version", () => {
    const dockerfile = `${base}COPY <<EOF /c.txt\nnumpy==1.19.5\nscipy==1.7.3\nEOF\n${copied}RUN pip install -c /c.txt -r r.txt\n`;
    const { packages } = pinsOf(dockerfile, "numpy\nscipy>=1.8\n");
    expect(packages.slice(0, 2).map(({ name, version }) => `${name} ${version}`)).toEqual([
      "numpy 1.19.5",
      "scipy null",
    ]);
  });
});

test.each([
  ["RUN mim install mmcv==2.0.0 mmdet==3.0.0", ["the package mmcv 2.0.0", "the package mmdet 3.0.0"]],
  ["RUN python -m mim install 'mmcv>=2'", ["the package mmcv>=2"]],
  [
    'SHELL ["conda", "run", "-n", "x", "/bin/bash", "-c"]\nRUN pip install numpy==1.19.5',
    ["the package numpy 1.19.5"],
  ],
  ["RUN uv sync --frozen", ["the packages that `uv sync` installs"]],
  ["RUN poetry install --no-root", ["the packages that `poetry install` installs"]],
  [
    "RUN pip install -r https://example.org/r.txt?token=SEKRET",
    ["the packages of https://example.org/r.txt"],
  ],
])("%j leaves nothing out without a word", (line, expected) => {
  expect(pinsOf(`${base}${line}\n`).unknown.map(({ what }) => what)).toEqual(expected);
});

test.each([
  ["RUN cd /src && git checkout v1", /git tree at v1/],
  ["RUN git reset --hard v1", /git tree at v1/],
  ['ARG REPO=\nRUN git clone "$REPO" /x', /git tree/],
  ["RUN git clone https://example.org/a$" + "{IFS}b /x", undefined],
  ["FROM ../../etc/passwd", /etc\/passwd/],
  ["COPY --from=-a/b /x /x", /-a\/b/],
  ['RUN pip install "x==1.0\\n--index"', undefined],
])("%j is one unknown, and the rest is locked", (line, unknown) => {
  const pins = pinsOf(`${base}ADD https://github.com/o/lanes.git#${commit} /lanes\n${line}\n`);
  expect(pins.bases[0]?.image).toBe("pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel");
  expect(pins.sources[0]?.ref).toBe(commit);
  if (unknown) expect(pins.unknown).toMatchObject([{ what: expect.stringMatching(unknown) }]);
});

test("two digests of one tag are two images", () => {
  const [a, b] = ["a", "b"].map((letter) => `sha256:${letter.repeat(64)}`);
  const { bases } = pinsOf(`FROM debian:12@${a}\nCOPY --from=debian:12@${b} /x /x\n`);
  expect(bases.slice(0, 2)).toMatchObject([
    { image: `debian:12@${a}`, digest: a },
    { image: `debian:12@${b}`, digest: b },
  ]);
});

test("no password or token reaches a pin", () => {
  const pins = pinsOf(
    `FROM debian:12
RUN git clone https://user:SEKRET@example.org/r.git /r && git clone "https://example.org/s.git?private_token=SEKRET" /s
RUN pip install https://user:SEKRET@example.org/x-1.0-py3-none-any.whl git+https://a:SEKRET@example.org/t.git@main
RUN pip install https://example.org/archive.zip?sig=SEKRET -i https://u:SEKRET@example.org/simple y==1.0
`,
    "z @ https://user:SEKRET@example.org/z.zip\nhttps://user:SEKRET@example.org/y.tar.gz\n",
  );
  expect(JSON.stringify(pins)).not.toContain("SEKRET");
  expect(pins.sources.map(({ repository }) => repository)).toEqual(
    expect.arrayContaining(
      ["https://example.org/r", "https://example.org/s.git"].map((url) => url.replace(/\.git$/, "")),
    ),
  );
});

test.each([
  ["FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel", "manylinux_2_27_x86_64"],
  ["FROM ubuntu:22.04 AS a\nFROM a", "manylinux_2_35_x86_64"],
  ["FROM ghcr.io/nobody/knows:1", "manylinux_2_17_x86_64"],
])("wheels in %j", (dockerfile, platform) => {
  expect(pinsOf(dockerfile).platform).toBe(platform);
});
