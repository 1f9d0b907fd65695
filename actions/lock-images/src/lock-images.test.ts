import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
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
