import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, utimesSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { standInWheel } from "../../../test/stand-ins/wheel.mjs";
import { modelYaml, Servers, Workbench } from "./testing.ts";

const lockFile = "images/models.lock.yaml";
const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const inside = "2".repeat(40);
const answers = (value: string): string => `echo '"${value}"'`;

/** Python with a pip that writes reports; without one the packages of these tests cannot be asked for. */
const hasPip = /^pip (?:2[3-9]|[3-9]\d)\./.test(
  spawnSync("python3", ["-m", "pip", "--version"], { encoding: "utf8" }).stdout ?? "",
);

let servers: Servers;
let commit: string;
let hashes: Record<string, string>;
beforeAll(async () => {
  servers = new Servers();
  await servers.open();
  commit = servers.repository("lanes", {
    path: "ops",
    url: "https://me:secret@example.org/ops.git",
    commit: inside,
  });
  const wheel = standInWheel({
    name: "lanes-core",
    version: "1.0",
    requires: ["never-asked-for"],
    modules: [],
  });
  const newer = standInWheel({ name: "lanes-core", version: "2.0", requires: [], modules: [] });
  hashes = {
    ...servers.publish("lanes-core", { [wheel.fileName]: wheel.content, [newer.fileName]: newer.content }),
    // Its setup.py would leave a file behind, if anybody ran it.
    ...servers.publish("old-style", {
      "old-style-0.5.tar.gz": Buffer.from("no archive: nobody may look inside"),
    }),
  };
});
afterAll(() => servers.close());

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench(servers, answers(digest("a")));
  writeImage();
});
afterEach(() => bench.remove());

function writeImage(
  requirements = "lanes-core==1.0\nold-style==0.5\nown-ops==1.0\n",
  base = "debian:12",
): void {
  bench.write({
    "images/tiny/model.yaml": modelYaml("tiny", commit),
    "images/tiny/requirements.txt": requirements,
    "images/tiny/Dockerfile": `FROM ${base} AS base
ADD https://example.org/lanes.git#${commit} /lanes
RUN grep -vE '^(own-ops)==' requirements.txt > index.txt && pip wheel /lanes/ops
`,
  });
}

// pip takes half a second to start, and several where the machine is busy.
describe.runIf(hasPip)("asking everybody", { timeout: 180_000 }, () => {
  test("writes what servers say, and the same bytes when asked again", async () => {
    const first = await bench.lock();
    const text = bench.read(lockFile);
    expect(first).toMatchObject({ exitCode: 0, rules: [], outputs: { changed: "true", incomplete: "0" } });
    expect(text).toContain(`{image: "debian:12", digest: "${digest("a")}"}`);
    expect(text).toContain(
      `commit: "${commit}", submodules: [{path: "ops", repository: "https://example.org/ops.git", commit: "${inside}"}]}`,
    );
    const [wheel] = Object.keys(hashes);
    expect(text).toContain(`file: "${wheel}", sha256: "${hashes[wheel ?? ""]}", from: "configured-index"}`);
    expect(text).toContain(`file: "old-style-0.5.tar.gz", sha256: "${hashes["old-style-0.5.tar.gz"]}"`);
    expect(text).toContain('{name: "own-ops", version: "1.0", built: true}');
    expect(text).not.toContain("127.0.0.1");
    expect(text + JSON.stringify(first.records) + bench.host.logged.join("\n")).not.toContain("secret");

    const asked = servers.asked.length;
    const second = await bench.lock();
    expect(second).toMatchObject({ exitCode: 0, outputs: { changed: "false" } });
    expect(bench.read(lockFile)).toBe(text);
    expect(servers.asked.length, "what is locked is not asked for").toBe(asked);

    const third = await bench.lock({ update: "true" });
    expect(third.outputs.changed).toBe("false");
    expect(servers.asked.length).toBeGreaterThan(asked);
  });

  test("check finds what moved, with the places, and writes nothing", async () => {
    await bench.lock();
    const text = bench.read(lockFile);
    expect(await bench.lock({ check: "true" })).toMatchObject({ exitCode: 0, rules: [] });
    bench.write({ "bin/docker": `#!/bin/sh\n${answers(digest("b"))}\n` });
    const moved = await bench.lock({ check: "true" });
    expect(moved).toMatchObject({ exitCode: 1, rules: ["error lock-moved images/models.lock.yaml:9"] });
    expect(moved.record?.lock).toMatchObject({
      state: "drifted",
      drift: [{ name: "debian:12", locked: digest("a"), found: digest("b") }],
    });
    expect(bench.host.logged).toContain(`tiny - base debian:12 ${digest("a")} → ${digest("b")}`);
    expect(bench.read(lockFile)).toBe(text);
    await bench.lock({ update: "true" });
    expect(bench.read(lockFile)).toBe(text.replace(digest("a"), digest("b")));
  });

  test("a commit the remote does not have is an error where it is named", async () => {
    const gone = "e".repeat(40);
    bench.write({
      "images/tiny/model.yaml": modelYaml("tiny", gone),
      "images/tiny/Dockerfile": `FROM debian:12\nADD https://example.org/lanes.git#${gone} /lanes\n`,
      "images/tiny/requirements.txt": "",
    });
    const { rules, record, exitCode } = await bench.lock();
    expect(exitCode).toBe(1);
    expect(rules).toEqual([
      "error lock-absent images/tiny/Dockerfile:2",
      "warning lock-incomplete images/models.lock.yaml:11",
    ]);
    expect(record?.findings[0]?.message).toContain("has no such commit");
  });

  test("a tag is locked as the commit it names", async () => {
    const dockerfile = "FROM debian:12\nADD https://example.org/lanes.git#v1.0 /lanes\n";
    bench.write({ "images/tiny/Dockerfile": dockerfile, "images/tiny/requirements.txt": "" });
    await bench.lock();
    expect(bench.read(lockFile)).toContain(`ref: "v1.0", commit: "${commit}"`);
  });

  test("a package no index has is null with a reason and a warning", async () => {
    writeImage("lanes-core==1.0\nno-such-thing==1.0\nlanes-core2==3.0+cu111\n");
    const { rules, exitCode } = await bench.lock();
    expect({ rules, exitCode }).toEqual({
      exitCode: 0,
      rules: [
        "warning lock-incomplete images/models.lock.yaml:15",
        "warning lock-incomplete images/models.lock.yaml:13",
      ].sort(),
    });
    expect(bench.read(lockFile)).toContain(
      'name: "no-such-thing", version: "1.0", file: null, sha256: null, reason: "neither a wheel nor a source archive for Python 3.8 and manylinux_2_36_x86_64 was found"',
    );
  });
});

describe.runIf(hasPip)("only who decides in the image is asked", { timeout: 180_000 }, () => {
  const nowhere = "https://127.0.0.1:9/wheels.html";
  const image = (dockerfile: string, requirements = "lanes-core==1.0\n"): void =>
    bench.write({ "images/tiny/Dockerfile": dockerfile, "images/tiny/requirements.txt": requirements });
  const copied = "COPY requirements.txt /r.txt\n";

  test.each([
    [
      "a page that cannot be reached",
      `FROM debian:12\n${copied}RUN pip install -f ${nowhere} -r /r.txt\n`,
      "127.0.0.1:9 could not be reached",
    ],
    [
      "an index that cannot be reached",
      `FROM debian:12\n${copied}RUN pip install -i ${nowhere} -r /r.txt\n`,
      "127.0.0.1:9 could not be reached",
    ],
    [
      "a further index",
      `FROM debian:12\n${copied}ENV PIP_EXTRA_INDEX_URL=${nowhere}\nRUN pip install -r /r.txt\n`,
      "127.0.0.1:9 could not be reached",
    ],
    ["musl", `FROM python:3.8-alpine\n${copied}RUN pip install -r /r.txt\n`, "the base is built on musl"],
    [
      "ARM",
      `FROM --platform=linux/arm64 debian:12\n${copied}RUN pip install -r /r.txt\n`,
      "it is built for linux/arm64",
    ],
    [
      "no wheels",
      `FROM debian:12\n${copied}RUN pip install --no-binary :all: -r /r.txt\n`,
      "pip takes no wheel of it",
    ],
  ])("%s: no hash, and why", async (_, dockerfile, reason) => {
    image(dockerfile);
    const { exitCode } = await bench.lock();
    expect(exitCode).toBe(0);
    expect(bench.read(lockFile)).toContain(
      `name: "lanes-core", version: "1.0", file: null, sha256: null, reason: "${reason}`,
    );
  });

  test("a hash that was locked before the image asked elsewhere goes, and check finds it without a network", async () => {
    image(`FROM debian:12\n${copied}RUN pip install -r /r.txt\n`);
    await bench.lock();
    const text = bench.read(lockFile);
    expect(text).toContain('file: "lanes_core-1.0');
    image(`FROM debian:12\n${copied}RUN pip install --no-binary :all: -r /r.txt\n`);
    const drifted = await bench.lock({ check: "true", offline: "true" });
    expect(drifted.rules).toEqual(["error lock-drift images/models.lock.yaml:13"]);
    await bench.lock({ offline: "true" });
    expect(bench.read(lockFile)).toContain('file: null, sha256: null, reason: "pip takes no wheel of it');
    expect(await bench.lock({ check: "true", offline: "true" })).toMatchObject({ exitCode: 0 });
  });

  test("an index of this machine's own is not asked beside", async () => {
    image(`FROM debian:12\n${copied}RUN pip install -r /r.txt\n`);
    Object.assign(bench.host.env, { PIP_EXTRA_INDEX_URL: nowhere, PIP_FIND_LINKS: bench.folder });
    await bench.lock();
    expect(bench.read(lockFile)).toContain('file: "lanes_core-1.0');
  });

  test.each([
    ["the host", /from: "configured-index"/, 'from: "evil.example"'],
    [
      "the file",
      /file: "lanes_core-1.0-py3-none-any.whl"/,
      'file: "lanes_core-1.0-cp38-cp38-linux_x86_64.whl"',
    ],
  ])("check holds %s against what pip says", async (what, pattern, other) => {
    image(`FROM debian:12\n${copied}RUN pip install -r /r.txt\n`);
    await bench.lock();
    bench.write({ [lockFile]: bench.read(lockFile).replace(pattern, other) });
    const { exitCode } = await bench.lock({ check: "true" });
    // Whose index it is cannot be compared where one of the two is called by no name.
    expect(exitCode).toBe(what === "the host" ? 0 : 1);
  });

  test("a hash that the requirements file does not allow is not locked", async () => {
    image(
      `FROM debian:12\n${copied}RUN pip install -r /r.txt\n`,
      `lanes-core==1.0 --hash=sha256:${"0".repeat(64)}\n`,
    );
    await bench.lock();
    expect(bench.read(lockFile)).toContain('reason: "the requirements file allows other hashes');
  });
});

test.each([
  ["RUN cd /src && git checkout v1", 1],
  ["RUN git -C /src reset --hard v1", 1],
  ['ARG REPO=\nRUN git clone "$REPO" /x', 1],
  ["RUN git clone ssh://git@example.org/a$" + "{IFS}b /x", 1],
  ["FROM ../../etc/passwd", 1],
  ['RUN pip install "x==1.0\\n--index"', 1],
  [
    `RUN pip install ${Array.from({ length: 20 }, (_, index) => `-f https://${"a".repeat(60)}.${index}.example/${"b".repeat(60)}`).join(" ")} x==1.0`,
    0,
  ],
  ["RUN mim install mmcv==2.0.0", 1],
])("%j stops nobody else's lock", async (line, unknown) => {
  bench.write({
    "images/other/model.yaml": modelYaml("other", commit),
    "images/other/Dockerfile": "FROM debian:12\n",
    "images/tiny/Dockerfile": `FROM debian:12\n${line}\n`,
    "images/tiny/requirements.txt": "",
  });
  const { exitCode, rules } = await bench.lock({ offline: "true" });
  expect(exitCode).toBe(0);
  expect(rules.filter((rule) => rule.startsWith("warning lock-unknown"))).toHaveLength(unknown);
  expect(bench.read(lockFile)).toMatch(/ {2}other:[\s\S]* {2}tiny:/);
});

test.each([
  ["image: debian", "image: --help"],
  ["image: debian", 'image: "a b"'],
  ["https://example.org/lanes", "https://example.org/la nes"],
  ['python: "3.8"', 'python: "3.100"'],
])("a model.yaml with %j as %j stops its own lock at most", async (from, to) => {
  bench.write({
    "images/other/model.yaml": modelYaml("other", commit),
    "images/other/Dockerfile": "FROM debian:12\n",
    "images/tiny/model.yaml": modelYaml("tiny", commit).replace(from, to),
  });
  const { records } = await bench.lock({ offline: "true" });
  expect(JSON.stringify(records)).not.toContain("this is a bug");
  expect(bench.read(lockFile)).toContain("  other:");
});

test("no password or token is shown or written", async () => {
  bench.write({
    "images/tiny/Dockerfile": `FROM debian:12
RUN git clone "https://example.org/r.git?private_token=SEKRET" /r && git clone https://user:SEKRET@example.org/s.git /s
RUN pip install https://user:SEKRET@example.org/x-1.0-py3-none-any.whl https://example.org/a.zip?sig=SEKRET
`,
    "images/tiny/requirements.txt":
      "--extra-index-url https://user:SEKRET@example.org/simple\nown-ops==1.0\n",
  });
  Object.assign(bench.host.env, {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "url.http://127.0.0.1:9/.insteadOf",
    GIT_CONFIG_VALUE_0: "https://example.org/",
  });
  const { records } = await bench.lock();
  expect(JSON.stringify(records) + bench.host.logged.join("\n") + bench.read(lockFile)).not.toContain(
    "SEKRET",
  );
});

test("two runs at once lose nothing of each other", async () => {
  bench.write({
    "images/other/model.yaml": modelYaml("other", commit),
    "images/other/Dockerfile": "FROM debian:12\n",
  });
  await Promise.all([
    bench.lock({ offline: "true", models: "tiny" }),
    bench.lock({ offline: "true", models: "other" }),
  ]);
  expect(bench.read(lockFile)).toMatch(/ {2}other:[\s\S]* {2}tiny:/);
  expect(existsSync(bench.path(`${lockFile}.writing`))).toBe(false);
});

test("what a run left behind that was killed in mid-writing is taken over", async () => {
  bench.write({ [`${lockFile}.writing`]: "1\n" });
  const old = new Date(Date.now() - 60_000);
  utimesSync(bench.path(`${lockFile}.writing`), old, old);
  expect(await bench.lock({ offline: "true" })).toMatchObject({ exitCode: 0 });
  expect(readdirSync(bench.path("images")).sort()).toEqual(["models.lock.yaml", "tiny"]);
});

describe("without answers", { timeout: 180_000 }, () => {
  test("a lock made offline holds nothing and says so", async () => {
    const before = servers.asked.length;
    const { rules, exitCode, record } = await bench.lock({ offline: "true" });
    expect(exitCode).toBe(0);
    expect(rules).toHaveLength(3);
    expect(record?.lock?.state).toBe("incomplete");
    expect(bench.read(lockFile)).toContain('digest: null, reason: "nobody was asked: it was made offline"');
    expect(servers.asked.length).toBe(before);
  });

  test("offline, check compares the files and says what it could not verify", async () => {
    await bench.lock({ offline: "true" });
    expect(await bench.lock({ check: "true", offline: "true" })).toMatchObject({ exitCode: 0 });
    expect(bench.host.logged.at(-1)).toMatch(/tiny: incomplete, .* not verified: offline/);
    writeImage("lanes-core==2.0\nold-style==0.5\nown-ops==1.0\n", "debian:13");
    const drifted = await bench.lock({ check: "true", offline: "true" });
    expect(drifted.exitCode).toBe(1);
    expect(drifted.rules.filter((rule) => rule.startsWith("error"))).toEqual([
      "error lock-drift images/models.lock.yaml:7",
      "error lock-drift images/tiny/Dockerfile:1",
      "error lock-drift images/models.lock.yaml:13",
    ]);
  });

  test("a silent network makes the lock forget nothing", async () => {
    await bench.lock();
    const text = bench.read(lockFile);
    const alone = new Workbench(
      undefined,
      "echo 'dial tcp: lookup registry-1.docker.io: no such host' >&2; exit 1",
    );
    alone.write({
      [lockFile]: text,
      "images/tiny/model.yaml": bench.read("images/tiny/model.yaml"),
      "images/tiny/Dockerfile": bench.read("images/tiny/Dockerfile"),
      "images/tiny/requirements.txt": "own-ops==1.0\n",
    });
    const nowhere = {
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "url.http://127.0.0.1:9/.insteadOf",
      GIT_CONFIG_VALUE_0: "https://example.org/",
    };
    Object.assign(alone.host.env, nowhere);
    const { exitCode } = await alone.lock({ update: "true" });
    expect(exitCode).toBe(0);
    expect(alone.read(lockFile)).toContain(`{image: "debian:12", digest: "${digest("a")}"}`);
    alone.remove();
  });

  test.each([
    ["no docker", "exit 127", "docker could not find it out"],
    ["no buildx", "echo 'unknown flag: --format' >&2; exit 125", "docker had no buildx to ask with"],
    [
      "no way out",
      "echo 'dial tcp: lookup registry-1.docker.io: no such host' >&2; exit 1",
      "docker.io could not be reached",
    ],
    [
      "too many questions",
      "echo 'toomanyrequests: slow down' >&2; exit 1",
      "docker.io had been asked too often",
    ],
    [
      "a private image",
      "echo 'pull access denied, insufficient_scope: authorization failed' >&2; exit 1",
      "docker.io refused to say it",
    ],
    ["half a digest", "echo '\"sha256:abc\"'", "docker could not find it out"],
    ["a megabyte of noise", "head -c 3000000 /dev/zero | tr '\\0' 'x'", "docker could not find it out"],
  ])("%s: null, with the same words on every machine", async (_, script, reason) => {
    bench.write({ "bin/docker": `#!/bin/sh\n${script}\n`, "images/tiny/requirements.txt": "own-ops==1.0\n" });
    const { exitCode } = await bench.lock();
    expect(exitCode).toBe(0);
    expect(bench.read(lockFile)).toContain(`digest: null, reason: "${reason}"`);
  });

  test("a tag the registry does not have is an error", async () => {
    bench.write({
      "bin/docker": "#!/bin/sh\necho 'ERROR: docker.io/library/debian:12: not found' >&2; exit 1\n",
      "images/tiny/requirements.txt": "own-ops==1.0\n",
    });
    expect((await bench.lock()).rules[0]).toBe("error lock-absent images/tiny/Dockerfile:1");
  });
});

describe("the file on the disk", () => {
  test("one that is no lock is refused and left alone", async () => {
    bench.write({ [lockFile]: "schema: models-lock/v1\nmodels:\n<<<<<<< HEAD\n" });
    const { exitCode, rules } = await bench.lock({ offline: "true" });
    expect({ exitCode, rules }).toEqual({
      exitCode: 2,
      rules: ["error lock-file images/models.lock.yaml:3"],
    });
    expect(bench.read(lockFile)).toContain("<<<<<<<");
  });

  test("models that were not asked for stay, those that are gone go with the next whole run", async () => {
    bench.write({
      "images/other/model.yaml": modelYaml("other", commit),
      "images/other/Dockerfile": "FROM debian:12\n",
    });
    await bench.lock({ offline: "true" });
    bench.write({
      "images/third/model.yaml": modelYaml("third", commit),
      "images/third/Dockerfile": "FROM debian:12\n",
    });
    await bench.lock({ offline: "true", models: "third" });
    expect(bench.read(lockFile)).toMatch(/ {2}other:[\s\S]* {2}third:[\s\S]* {2}tiny:/);
    bench.write({ "images/third/model.yaml": "slug: [" });
    const broken = await bench.lock({ offline: "true" });
    expect(broken.exitCode).toBe(2);
    expect(bench.read(lockFile), "what cannot be read now is not forgotten").toContain("  third:");
  });

  test("without a lock, check fails and says so", async () => {
    const { exitCode, rules, record } = await bench.lock({ check: "true", offline: "true" });
    expect({ exitCode, rules }).toEqual({
      exitCode: 1,
      rules: ["error lock-drift images/tiny/model.yaml:1"],
    });
    expect(record?.lock?.state).toBe("absent");
    expect(existsSync(bench.path(lockFile))).toBe(false);
  });

  test("check and update exclude each other", async () => {
    expect(await bench.lock({ check: "true", update: "true" })).toMatchObject({ exitCode: 2, records: [] });
  });

  test("cancelled in mid-question, it leaves the file as it was and no folder behind", async () => {
    bench.write({ "bin/docker": "#!/bin/sh\nexec sleep 30\n" });
    const running = bench.lock();
    setTimeout(() => bench.host.cancel(), 300);
    expect(await running).toMatchObject({ exitCode: 1, failure: { code: "cancelled" } });
    expect(existsSync(bench.path(lockFile))).toBe(false);
    expect(readdirSync(bench.folder).sort()).toEqual(["bin", "images", "model-image-results"]);
  });
});
