import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rootPassword, Workbench } from "./testing.ts";

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
  bench.write({ Dockerfile: rootPassword });
});
afterEach(() => bench.remove());

const place = "no-baked-password Dockerfile:2";

test.each([
  ["error", 1],
  ["warning", 1],
  ["never", 0],
])("fail-on %s: exit code %i", async (failOn, exitCode) => {
  expect((await bench.verify({ "fail-on": failOn })).exitCode).toBe(exitCode);
});

test("fail-on warning fails on a warning, min-severity hides it", async () => {
  bench.write({ Dockerfile: `FROM debian:12@sha256:${"0".repeat(64)}\nUSER root\n` });
  expect((await bench.verify()).exitCode).toBe(0);
  expect((await bench.verify({ "fail-on": "warning" })).exitCode).toBe(1);
  const hidden = await bench.verify({ "fail-on": "warning", "min-severity": "error" });
  expect([hidden.exitCode, hidden.places]).toEqual([0, []]);
});

describe("scope", () => {
  const more = `${rootPassword}ENV OTHER_PASSWORD=correct-horse\n`;

  beforeEach(() => {
    bench.write({ "other/Dockerfile": rootPassword });
    bench.commit();
    bench.write({ Dockerfile: more });
  });

  test("changed-lines leaves out what stood there before", async () => {
    const { places, record } = await bench.verify({ scope: "changed-lines", base: "HEAD" });
    expect(places).toEqual(["no-baked-password Dockerfile:5"]);
    expect(record?.suppressed?.scope).toBe(2);
  });

  test("changed-files leaves out what stands in other files", async () => {
    const { places } = await bench.verify({ scope: "changed-files", base: "HEAD" });
    expect(places).toEqual([place, "no-baked-password Dockerfile:5"]);
  });

  test("a finding that compares files belongs to a change of any of them", async () => {
    const requirements = "torch==2.1.0\n";
    bench.write({
      "x/Dockerfile":
        "FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel\nCOPY requirements.txt /r.txt\nRUN pip install -r /r.txt\n",
      "x/requirements.txt": "torch==1.9.1\n",
    });
    bench.git("add", "--all");
    bench.git("commit", "--quiet", "--message", "y");
    bench.write({ "x/requirements.txt": requirements });
    const { places } = await bench.verify({ models: "x/Dockerfile", scope: "changed-lines", base: "HEAD" });
    expect(places.some((one) => one.startsWith("torch-matches-base"))).toBe(true);
  });

  test("a change that cannot be known is no reason to pass", async () => {
    const { exitCode, failure } = await bench.verify({ scope: "changed-lines", base: "nowhere" });
    expect(exitCode).toBe(2);
    expect(failure?.message).toMatch(/what changed cannot be known: .*nowhere/);
  });
});

describe("baseline", () => {
  test("written once, it leaves out what is known and nothing else; lines may move", async () => {
    const written = await bench.verify({ baseline: "known.json", "write-baseline": "true" });
    expect([written.exitCode, written.files]).toEqual([0, ["known.json"]]);
    bench.write({ Dockerfile: `# moved\n\n${rootPassword}ENV OTHER_PASSWORD=correct-horse\n` });
    const { places, record, exitCode } = await bench.verify({ baseline: "known.json" });
    expect([places, record?.suppressed?.baseline, exitCode]).toEqual([
      ["no-baked-password Dockerfile:7"],
      1,
      1,
    ]);
  });

  test("an entry that is mended is reported", async () => {
    await bench.verify({ baseline: "known.json", "write-baseline": "true" });
    bench.write({ Dockerfile: rootPassword.replace(/^RUN echo.*\n/m, "") });
    const { places, exitCode } = await bench.verify({ baseline: "known.json" });
    expect([places, exitCode]).toEqual([["baseline-is-current known.json:4"], 0]);
  });

  test("written anew for some files, the entries of the others stay; what became of them is said", async () => {
    bench.write({ "a/Dockerfile": rootPassword, "b/Dockerfile": rootPassword });
    await bench.verify({ "write-baseline": "true" });
    expect(bench.host.logged).toContain("mia-baseline.json: 3 entries written");
    rmSync(bench.path("b"), { recursive: true });
    bench.write({
      "a/Dockerfile": `${rootPassword.replace("echo", "printf")}ENV OTHER_PASSWORD=correct-horse\n`,
    });
    await bench.verify({ models: "a", "write-baseline": "true" });
    expect(bench.host.logged).toContain(
      "mia-baseline.json: 2 entries written, 1 kept of files that were not verified, 2 dropped, for they are not found any more",
    );
    const { findings } = JSON.parse(bench.read("mia-baseline.json"));
    expect(findings.map(({ file }: { file: string }) => file)).toEqual([
      "Dockerfile",
      "a/Dockerfile",
      "a/Dockerfile",
    ]);
    expect((await bench.verify({ baseline: "mia-baseline.json" })).places).toEqual([]);
  });

  test("one that a merge broke is written anew, another kind of file is not", async () => {
    bench.write({ "known.json": '{"schema": "verify-baseline/v1", <<<<<<<\n', "package.json": "{}" });
    expect((await bench.verify({ baseline: "known.json", "write-baseline": "true" })).exitCode).toBe(0);
    expect(bench.host.logged.join("\n")).toMatch(/warning: known\.json: .* None of its entries is kept/);
    const { exitCode, failure } = await bench.verify({ baseline: "package.json", "write-baseline": "true" });
    expect([exitCode, failure?.message]).toEqual([
      2,
      "package.json is there and is no baseline, so it is not written over",
    ]);
    expect(bench.read("package.json")).toBe("{}");
  });

  test.each([
    ["", /no such file/],
    ["{}", /verify-baseline\/v1/],
    ["[", /no JSON/],
  ])("%j is refused", async (text, message) => {
    if (text !== "") bench.write({ "known.json": text });
    const { exitCode, failure } = await bench.verify({ baseline: "known.json" });
    expect(exitCode).toBe(2);
    expect(failure?.message).toMatch(message);
  });
});

test("an inline ignore with a reason; one that nothing needs is reported", async () => {
  bench.write({ Dockerfile: rootPassword.replace("RUN echo", "# mia-ignore[MIA304]: a honeypot\nRUN echo") });
  const first = await bench.verify();
  expect([first.places, first.record?.suppressed?.inline]).toEqual([[], 1]);
  bench.write({ Dockerfile: rootPassword.replace("USER", "# mia-ignore[MIA304]: of no use\nUSER") });
  expect((await bench.verify()).places).toEqual([place, "ignore-is-used Dockerfile:4"]);
});

describe("fix", () => {
  const broken = `FROM debian:12@sha256:${"0".repeat(64)}
RUN apt-get update && apt-get install --yes \\  # the server
    openssh-client
RUN useradd --uid 1000 someone
USER someone
`;

  beforeEach(() => bench.write({ Dockerfile: broken }));

  test("writes what mends, says how much, and a second run changes nothing", async () => {
    const { outputs, places } = await bench.verify({ fix: "safe" });
    const mended = bench.read("Dockerfile");
    expect(mended).not.toBe(broken);
    expect(Number(outputs.fixed)).toBeGreaterThan(0);
    expect(places.filter((one) => one.startsWith("continuation"))).toEqual([]);
    expect(bench.host.logged).toContain("1 finding mended:");
    expect(bench.host.logged).toContainEqual(
      expect.stringMatching(/^ {2}Dockerfile:2: MIA501 continuation-is-not-broken: \w/),
    );
    expect((await bench.verify({ fix: "safe" })).outputs.fixed).toBe("0");
    expect(bench.read("Dockerfile")).toBe(mended);
  });

  test("with diff the files stay, and git applies what is printed to the same effect", async () => {
    const { print } = await bench.verify({ fix: "safe", diff: "true" });
    expect(bench.read("Dockerfile")).toBe(broken);
    expect(bench.host.logged).toContain("1 finding would be mended; no file was changed:");
    bench.git("init", "--quiet");
    writeFileSync(bench.path("fix.patch"), print ?? "");
    execFileSync("git", ["apply", "fix.patch"], { cwd: bench.folder });
    const applied = bench.read("Dockerfile");
    bench.write({ Dockerfile: broken });
    await bench.verify({ fix: "safe" });
    expect(applied).toBe(bench.read("Dockerfile"));
  });
});

test("SARIF is written with what is open and what is excused", async () => {
  bench.write({
    Dockerfile: `${rootPassword}# mia-ignore[MIA304]: a honeypot\nENV OTHER_PASSWORD=correct-horse\n`,
  });
  const { files } = await bench.verify({ sarif: "out/verify.sarif" });
  expect(files).toEqual(["out/verify.sarif"]);
  const [run] = JSON.parse(bench.read("out/verify.sarif")).runs;
  expect(run.results.map(({ ruleId, suppressions }: never) => [ruleId, suppressions])).toEqual([
    ["MIA304", []],
    ["MIA304", [expect.objectContaining({ kind: "inSource", justification: "a honeypot" })]],
  ]);
});

describe("options that cannot mean what their author hopes for are refused, and nothing is written", () => {
  test.each<[Record<string, string>, RegExp]>([
    [{ diff: "true" }, /diff shows what fix would change, and fix is off/],
    [{ base: "main" }, /base is what scope compares with, and scope is all/],
    [{ context: "folder/nowhere" }, /^context: there is no folder folder\/nowhere$/],
    [{ context: "foldr" }, /^context: there is no folder foldr; did you mean folder\?$/],
    [{ context: "Dockerfile" }, /^context: Dockerfile is not a folder$/],
    [{ "images-dir": "imgs" }, /^images-dir: there is no folder imgs/],
    [{ diff: "true", base: "main" }, /fix is off; base is/],
    [{ sarif: "folder" }, /cannot write folder: it is a folder/],
    [{ sarif: "Dockerfile/x" }, /cannot write Dockerfile\/x: .*not a folder/],
    [{ sarif: "Dockerfile" }, /sarif: Dockerfile is there and holds something else/],
    [{ baseline: "folder", "write-baseline": "true" }, /cannot write folder: it is a folder/],
    [{ baseline: "Dockerfile", "write-baseline": "true" }, /Dockerfile is there and is no baseline/],
  ])("%j", async (inputs, message) => {
    mkdirSync(bench.path("folder"));
    await bench.verify();
    const before = readdirSync(bench.folder, { recursive: true });
    const { exitCode, failure } = await bench.verify({ ...inputs });
    expect([exitCode, failure?.code]).toEqual([2, "invalid-input"]);
    expect(failure?.message).toMatch(message);
    expect(readdirSync(bench.folder, { recursive: true })).toEqual(before);
    expect(bench.read("Dockerfile")).toBe(rootPassword);
  });

  test("a folder that is made for the SARIF file is no problem", async () => {
    await bench.verify({ sarif: "new/folder/x.sarif" });
    expect((await bench.verify({ sarif: "new/folder/x.sarif" })).files).toEqual(["new/folder/x.sarif"]);
  });
});

test("what the policy leaves out is no comment's doing in SARIF either", async () => {
  bench.write({
    "mia-policy.yaml":
      "schema: verify-policy/v1\nignore:\n  - {rules: [MIA304], files: ['**'], reason: a honeypot}\n",
  });
  await bench.verify({ sarif: "x.sarif" });
  const [run] = JSON.parse(bench.read("x.sarif")).runs;
  expect(run.results).toMatchObject([{ ruleId: "MIA304", suppressions: [{ kind: "external" }] }]);
});
