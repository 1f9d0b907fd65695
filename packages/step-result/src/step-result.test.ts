import { describe, expect, test } from "vitest";
import { isResultFileName, parseStepResult, resultFileName, type StepResult } from "./index.ts";

const envelope = {
  schema: "step-result/v1",
  status: "passed",
  evidence: "real",
  replacedContexts: [],
  startedAt: "2026-01-01T00:00:00.000Z",
  durationMs: 12,
  findings: [],
} as const;

const plan = {
  ...envelope,
  step: "plan",
  expects: ["verify"],
  models: [{ slug: "maptr", name: "MapTR", reason: "all" }],
};
const build = {
  ...envelope,
  step: "build",
  model: "maptr",
  folder: "images/maptr",
  target: "runtime",
  tags: ["x:1"],
  digest: `sha256:${"0".repeat(64)}`,
  configDigest: null,
  pushed: false,
  sizeBytes: null,
  transferredBytes: null,
  steps: null,
  builder: null,
};

describe("parseStepResult", () => {
  test.each([plan, build])("accepts a $step record", (record) => {
    expect(parseStepResult(JSON.parse(JSON.stringify(record)))).toEqual({ ok: true, result: record });
  });

  test.each([
    [
      "an unknown version, by name",
      { ...plan, schema: "step-result/v2" },
      /"step-result\/v2".*knows step-result\/v1/,
    ],
    ["no version", { step: "plan" }, /schema is missing/],
    ["nothing", null, /schema is missing/],
    ["an unknown step", { ...plan, step: "deploy" }, /step/],
    ["an unknown key", { ...build, diggest: "x" }, /diggest/],
    ["a tag as a digest", { ...build, digest: "latest" }, /digest/],
    ["a path as a model", { ...build, model: "../etc" }, /model/],
    ["a huge text", { ...build, folder: "x".repeat(5000) }, /folder/],
    ["a time in words", { ...build, startedAt: "yesterday" }, /startedAt/],
    ["a negative duration", { ...build, durationMs: -1 }, /durationMs/],
  ])("refuses %s", (_, value, problem) => {
    expect(parseStepResult(value)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });
});

test("file names are made from step and model alone, and recognised", () => {
  const names = [plan, build].map((record) => resultFileName(record as unknown as StepResult));
  expect(names).toEqual(["step-result-plan.json", "step-result-build-maptr.json"]);
  expect(names.every(isResultFileName)).toBe(true);
  expect(isResultFileName("step-result-../x.json")).toBe(false);
});
