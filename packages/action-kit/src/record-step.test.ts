import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { parseStepResult } from "@mia/step-result";
import { expect, test } from "vitest";
import { recordStep } from "./record-step.ts";
import { readRecords, writeRecords } from "./records.ts";
import { StepFailure } from "./step-failure.ts";
import { testHost } from "./testing.ts";

const host = () =>
  testHost(mkdtempSync(`${tmpdir()}/mia-record-`), { GITHUB_SHA: "a".repeat(40), GITHUB_RUN_ID: "7" });
const seed = { step: "verify", model: "maptr", folder: "images/maptr", rules: [], context: null } as const;

test("keeps what was already known when the step fails", async () => {
  const record = await recordStep(host(), { ...seed, rules: [] }, async (draft) => {
    draft.rules = ["git-is-pinned"];
    throw new StepFailure({ code: "timeout", message: "too slow", remedy: "wait" });
  });
  expect(record).toMatchObject({
    status: "failed",
    rules: ["git-is-pinned"],
    failure: { code: "timeout", remedy: "wait" },
    origin: { runId: "7", runAttempt: 1 },
    durationMs: 1000,
  });
  expect(parseStepResult(record)).toMatchObject({ ok: true });
});

test("an unforeseen exception is `internal`, its stack in the log and not in the record", async () => {
  const world = host();
  const record = await recordStep(world, { ...seed, rules: [] }, async () => {
    throw new TypeError("x is not a function");
  });
  expect(record.failure).toMatchObject({
    code: "internal",
    message: expect.stringContaining("x is not a function"),
  });
  expect(JSON.stringify(record)).not.toContain("record-step.test.ts");
  expect(world.logged.join("\n")).toContain("record-step.test.ts");
});

test("a finding of severity error fails the step, a warning does not", async () => {
  const finding = { rule: "r", message: "m", remedy: "r", locations: [{ file: "f", line: 1 }] };
  const statusWith = async (severity: "error" | "warning") => {
    const record = await recordStep(host(), { ...seed, rules: [] }, async (draft) => {
      draft.findings = [{ ...finding, severity }];
    });
    return [record.status, record.failure?.code];
  };
  expect(await statusWith("error")).toEqual(["failed", "findings"]);
  expect(await statusWith("warning")).toEqual(["passed", undefined]);
});

test("records written are read back; what is no record is refused with a reason, not thrown", async () => {
  const { files } = host();
  const record = await recordStep(host(), { ...seed, rules: [] }, async () => {});
  await writeRecords(files, "results", [record]);
  await files.write("results/artifact/step-result-build-maptr.json", '{"schema":"step-result/v9"}');
  await files.write("results/artifact/step-result-smoke-maptr.json", "{");
  await files.write("results/other.json", "{}");
  const { records, refused } = await readRecords(files, "results");
  expect(records).toEqual([record]);
  expect(refused.map(({ problem }) => problem)).toEqual([
    expect.stringContaining('"step-result/v9"'),
    expect.stringContaining("JSON"),
  ]);
});
