import type { Finding } from "@mia/step-result";
import { expect, test } from "vitest";
import { build, verify } from "../testing/records.ts";
import { issuesOf } from "./issues.ts";

const finding = (rule: string): Finding => ({
  rule,
  severity: "error",
  message: "no such package",
  remedy: "name another",
  locations: [{ file: "images/maptr/Dockerfile", line: 7 }],
});

const failure = {
  code: "build-failed",
  message: "exit code 1",
  remedy: "read its lines",
  detail: "E: no",
} as const;

test("a failure and the finding that only gives its place are one issue", () => {
  const record = {
    ...build("maptr"),
    status: "failed" as const,
    failure,
    findings: [finding("build/build-failed")],
  };
  expect(issuesOf([record], undefined).error).toEqual([
    expect.objectContaining({
      name: "build-failed",
      message: "exit code 1",
      places: [{ file: "images/maptr/Dockerfile", line: 7 }],
      output: ["E: no"],
    }),
  ]);
});

test("findings of another kind stand beside the failure", () => {
  const record = { ...build("maptr"), status: "failed" as const, failure, findings: [finding("other")] };
  expect(issuesOf([record], undefined).error.map(({ name }) => name)).toEqual(["build-failed", "other"]);
});

test("an unreadable file is told by its findings, or by the failure where there are none", () => {
  const unreadable = { code: "unreadable-input", message: "model.yaml:1: x", remedy: "y" } as const;
  const failed = { ...verify("maptr"), status: "failed" as const, failure: unreadable };
  expect(issuesOf([{ ...failed, findings: [finding("model-yaml")] }], undefined).error).toHaveLength(1);
  expect(issuesOf([failed], undefined).error.map(({ name }) => name)).toEqual(["unreadable-input"]);
});
