import * as z from "zod";
import { BuildResult } from "./build.ts";
import { LockResult } from "./lock.ts";
import { PlanResult } from "./plan.ts";
import { ReportResult } from "./report.ts";
import { schemaVersion } from "./schema-version.ts";
import { SmokeResult } from "./smoke.ts";
import { VerifyResult } from "./verify.ts";

/**
 * The record steps hand to each other. Adding an optional field keeps v1; anything else is v2, and a reader
 * refuses versions it does not know.
 */
export const StepResult = z.discriminatedUnion("step", [
  PlanResult,
  VerifyResult,
  BuildResult,
  SmokeResult,
  LockResult,
  ReportResult,
]);
export type StepResult = z.infer<typeof StepResult>;
export type Step = StepResult["step"];

/** Either a checked record or one sentence on why the value is none. */
export type ParsedStepResult = { ok: true; result: StepResult } | { ok: false; problem: string };

/** Checks a value that came from outside (an artifact, a file): unknown versions are refused by name. */
export function parseStepResult(value: unknown): ParsedStepResult {
  const version = (value as { schema?: unknown } | null)?.schema;
  if (version !== schemaVersion) {
    return {
      ok: false,
      problem: `schema is ${JSON.stringify(version)?.slice(0, 60) ?? "missing"}, this reader knows ${schemaVersion} only`,
    };
  }
  const parsed = StepResult.safeParse(value);
  return parsed.success
    ? { ok: true, result: parsed.data }
    : { ok: false, problem: z.prettifyError(parsed.error).slice(0, 2000) };
}
