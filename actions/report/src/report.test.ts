import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { perform } from "@mia/action-kit";
import { testHost } from "@mia/action-kit/testing";
import { type ReportResult, resultFileName, StepResult } from "@mia/step-result";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { report } from "./report.ts";

let workspace = "";
beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), "report-"));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const common = {
  schema: "step-result/v1",
  status: "passed",
  evidence: "real",
  replacedContexts: [],
  startedAt: "2026-01-01T00:00:00.000Z",
  durationMs: 10,
  findings: [],
};
const failure = { code: "build-failed", message: "docker buildx exited with 1", remedy: "Read the log." };
const standIn = { evidence: "stand-in", replacedContexts: ["base", "wheels"] };

const plan = (models: string[], change: object = {}): object => ({
  ...common,
  step: "plan",
  expects: ["verify", "build"],
  models: models.map((slug) => ({ slug, name: slug, reason: "changed" })),
  ...change,
});
const verify = (model: string, change: object = {}): object => ({
  ...common,
  step: "verify",
  model,
  folder: `images/${model}`,
  rules: [],
  context: null,
  ...change,
});
const build = (model: string, change: object = {}): object => ({
  ...common,
  step: "build",
  model,
  folder: `images/${model}`,
  target: "runtime",
  tags: [],
  digest: null,
  configDigest: null,
  pushed: false,
  sizeBytes: null,
  transferredBytes: null,
  steps: null,
  builder: null,
  ...change,
});

const sha = (digit: string): string => `sha256:${digit.repeat(64)}`;
const smoke = (model: string, change: object = {}): object => ({
  ...common,
  step: "smoke",
  model,
  image: `${model}:latest`,
  imageId: null,
  container: null,
  gpu: null,
  usage: null,
  predictions: [],
  latenciesMs: [],
  output: null,
  ...change,
});

function put(folder: string, record: object): void {
  const parsed = StepResult.parse(record);
  mkdirSync(path.join(workspace, folder), { recursive: true });
  writeFileSync(path.join(workspace, folder, resultFileName(parsed)), JSON.stringify(parsed));
}

async function run(raw: Record<string, string> = {}, env: Record<string, string> = {}) {
  const host = testHost(workspace, env);
  const done = await perform(report, raw, host);
  return { ...done, record: done.records[0] as ReportResult, logged: host.logged };
}

describe("the verdict", () => {
  test.each([
    [
      "all passed",
      [plan(["a"]), verify("a"), build("a")],
      "passed",
      0,
      "Passed: all 2 planned steps of 1 model (a).",
    ],
    [
      "a failed step",
      [plan(["a"]), verify("a"), build("a", { status: "failed", failure })],
      "failed",
      1,
      "Failed: 1 of 2 planned steps (a build). build-failed: docker buildx exited with 1.",
    ],
    [
      "a planned step without a record",
      [plan(["a", "b"]), verify("a"), build("a"), verify("b")],
      "missing",
      1,
      "Failed: 1 of 4 planned steps left no result (b build).",
    ],
    [
      "stand-ins",
      [plan(["a"]), verify("a"), build("a", standIn)],
      "passed",
      0,
      "Passed, but this proves only the plumbing, not the real images: all 2 planned steps of 1 model (a), 1 of them on stand-ins (base, wheels).",
    ],
    ["an empty plan", [plan([])], "passed", 0, "Passed: the plan names 0 models, so nothing had to run."],
    [
      "no plan",
      [verify("a")],
      "passed",
      0,
      "Passed: 1 verify step of 1 model (a). No plan was found: nothing says whether more was due.",
    ],
    [
      "a planned step that was skipped",
      [plan(["a"]), verify("a"), build("a", { status: "skipped" })],
      "failed",
      1,
      "Failed: 1 of 2 planned steps (a build). result-failed: the plan promised this step, but it was skipped.",
    ],
    [
      "a smoke run of another image",
      [plan(["a"]), verify("a"), build("a", { configDigest: sha("a") }), smoke("a", { imageId: sha("b") })],
      "failed",
      1,
      "Failed: 1 of 1 step beyond the plan (a smoke). result-failed: the smoke run used another image than the one that was built.",
    ],
    [
      "everything skipped",
      [verify("a", { status: "skipped" })],
      "skipped",
      0,
      "Skipped: 0 of 1 verify step of 1 model (a) ran, so nothing is proven. No plan was found: nothing says whether more was due.",
    ],
  ])("%s", async (_, records, verdict, exitCode, sentence) => {
    for (const record of records) put("model-image-results", record);
    const done = await run();
    expect(done.exitCode).toBe(exitCode);
    expect(done.outputs).toMatchObject({ verdict, sentence });
    expect(done.record.sentence).toBe(sentence);
    expect(done.record.status).toBe(exitCode === 0 ? "passed" : "failed");
  });

  test("the record holds a row a model and says what stood in", async () => {
    for (const record of [plan(["a", "b"]), verify("a"), build("a", standIn), verify("b")])
      put("model-image-results", record);
    const { record } = await run();
    expect(StepResult.parse(record)).toEqual(record);
    expect(record).toMatchObject({ evidence: "stand-in", replacedContexts: ["base", "wheels"] });
    expect(record.failure?.code).toBe("result-missing");
    expect(record.rows).toEqual([
      { model: "b", verdict: "missing", verify: "passed", build: "missing", smoke: "not-planned" },
      { model: "a", verdict: "passed", verify: "passed", build: "passed", smoke: "not-planned" },
    ]);
  });

  test("nothing at all is a failure that says what to do", async () => {
    const { exitCode, record, outputs, logged } = await run({ records: "downloaded" });
    expect(exitCode).toBe(1);
    expect(outputs.verdict).toBe("missing");
    expect(record.failure?.remedy).toContain("Nothing was found in downloaded: download the artifacts");
    expect(logged).toContain("warning: there is no folder downloaded: no record was read from it");
  });
});

describe("reading", () => {
  test("artifacts one folder down, several folders, the newest attempt", async () => {
    const origin = (runAttempt: number) => ({ origin: { commit: "a".repeat(40), runId: "7", runAttempt } });
    put("artifacts/plan", plan(["a"]));
    put("artifacts/old", build("a", { status: "failed", failure, ...origin(1) }));
    put("artifacts/new", build("a", origin(2)));
    put("more", verify("a"));
    const { outputs } = await run({ records: "artifacts\nmore\n./more" });
    expect(outputs.sentence).toBe("Passed: all 2 planned steps of 1 model (a).");
  });

  test("its own earlier record is no evidence", async () => {
    put("model-image-results", verify("a", { status: "failed", failure }));
    expect((await run()).exitCode).toBe(1);
    put("model-image-results", verify("a"));
    expect((await run()).exitCode).toBe(0);
  });

  test.each([
    ["no JSON", "{"],
    ["another version", '{"schema":"step-result/v9"}'],
    ["a record with a key too many", JSON.stringify({ ...verify("a"), extra: "</details>" })],
  ])("%s fails the report and is named", async (_, text) => {
    put("model-image-results", verify("b"));
    const file = "model-image-results/step-result-verify-a.json";
    writeFileSync(path.join(workspace, file), text);
    const { exitCode, record, outputs } = await run();
    expect(exitCode).toBe(1);
    expect(outputs.verdict).toBe("failed");
    expect(record.sentence).toMatch(/^Failed: 1 record file could not be read/);
    expect(record.findings).toMatchObject([{ rule: "result-unreadable", locations: [{ file, line: 1 }] }]);
  });

  test("a link is not followed", async () => {
    put("elsewhere", verify("a"));
    mkdirSync(path.join(workspace, "model-image-results"));
    symlinkSync(
      path.join(workspace, "elsewhere/step-result-verify-a.json"),
      path.join(workspace, "model-image-results/step-result-verify-a.json"),
    );
    expect((await run()).record.sentence).toContain("1 record file could not be read");
  });
});

describe("pages", () => {
  const github = {
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: "o/r",
    GITHUB_SHA: "d".repeat(40),
  };

  test("are written where they were asked for, with links to the commit", async () => {
    const finding = {
      rule: "final-user",
      severity: "error",
      message: "USER root",
      remedy: "USER runpod",
      locations: [{ file: "images/a/Dockerfile", line: 3 }],
    };
    put("model-image-results", verify("a", { status: "failed", findings: [finding] }));
    const { outputs, files, summary } = await run(
      { html: "out/page.html", markdown: "out/page.md", title: "Night <1>" },
      github,
    );
    expect(outputs).toMatchObject({ html: "out/page.html", markdown: "out/page.md" });
    expect(files).toEqual(["out/page.html", "out/page.md"]);
    const html = readFileSync(path.join(workspace, "out/page.html"), "utf8");
    expect(html).toContain("<title>Night &lt;1&gt;: failed</title>");
    expect(html).toContain(`href="https://github.com/o/r/blob/${github.GITHUB_SHA}/images/a/Dockerfile#L3"`);
    expect(readFileSync(path.join(workspace, "out/page.md"), "utf8")).toMatch(
      /^### Failed: 1 of 1 verify step \(a verify\)/,
    );
    expect(summary.map(({ step }) => step)).toEqual(["report", "verify"]);
  });

  test("a pull request is linked at its head, not at the merge commit", async () => {
    const event = path.join(workspace, "event.json");
    writeFileSync(event, JSON.stringify({ pull_request: { head: { sha: "e".repeat(40) } } }));
    put(
      "model-image-results",
      verify("a", {
        findings: [
          { rule: "r", severity: "warning", message: "m", remedy: "r", locations: [{ file: "f", line: 1 }] },
        ],
      }),
    );
    await run(
      { markdown: "page.md" },
      { ...github, GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: event },
    );
    expect(readFileSync(path.join(workspace, "page.md"), "utf8")).toContain(`/blob/${"e".repeat(40)}/f#L1`);
  });

  test("one that cannot be written fails the step and keeps the verdict", async () => {
    put("model-image-results", verify("a"));
    writeFileSync(path.join(workspace, "file"), "");
    const { exitCode, outputs, record } = await run({ html: "file/page.html" });
    expect(exitCode).toBe(2);
    expect(outputs).toMatchObject({ verdict: "passed", html: "" });
    expect(record.failure?.message).toContain('input "html": cannot write file/page.html');
  });
});
