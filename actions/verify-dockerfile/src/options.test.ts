import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
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
    expect((await bench.verify({ fix: "safe" })).outputs.fixed).toBe("0");
    expect(bench.read("Dockerfile")).toBe(mended);
  });

  test("with diff the files stay, and git applies what is printed to the same effect", async () => {
    const { print } = await bench.verify({ fix: "safe", diff: "true" });
    expect(bench.read("Dockerfile")).toBe(broken);
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
