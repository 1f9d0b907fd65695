import type { Finding, StepResult } from "@mia/step-result";
import { expect, test } from "vitest";
import { annotationCommands } from "./annotations.ts";

const finding = (line: number, severity: Finding["severity"] = "error"): Finding => ({
  rule: "git-is-pinned",
  severity,
  message: `message ${line}`,
  remedy: "pin it",
  locations: [{ file: "a,b:c/Dockerfile", line }],
});

const record = (findings: Finding[], failure?: StepResult["failure"]): StepResult => ({
  schema: "step-result/v1",
  step: "verify",
  status: "failed",
  evidence: "real",
  replacedContexts: [],
  startedAt: "2026-01-01T00:00:00Z",
  durationMs: 1,
  findings,
  ...(failure ? { failure } : {}),
  model: "maptr",
  folder: "images/maptr",
  rules: [],
  context: null,
});

test("escapes properties and text", () => {
  expect(annotationCommands([record([{ ...finding(3), message: "100%\n::x" }])])).toEqual([
    "::error file=a%2Cb%3Ac/Dockerfile,line=3,title=git-is-pinned::100%25%0A::x%0Apin it",
  ]);
});

test("worst first, ten of a kind, and says how many more there are", () => {
  const findings = Array.from({ length: 12 }, (_, index) => finding(index + 1));
  const commands = annotationCommands([record([finding(99, "info"), ...findings])]);
  expect(commands).toHaveLength(11);
  expect(commands[9]).toBe("::error::+3 more; see the job summary");
  expect(commands[10]).toMatch(/^::notice /);
});

test("a failure that no finding explains is annotated itself", () => {
  const failure = { code: "engine-missing", message: "no docker", remedy: "install it" } as const;
  expect(annotationCommands([record([], failure)])).toEqual([
    "::error title=verify/engine-missing::maptr: no docker%0Ainstall it",
  ]);
});
