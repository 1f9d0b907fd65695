import * as z from "zod";
import { Evidence, ReplacedContexts } from "./evidence.ts";
import { Failure } from "./failure.ts";
import { Finding } from "./finding.ts";
import { schemaVersion } from "./schema-version.ts";

export const Status = z.enum(["passed", "failed", "skipped"]);
export type Status = z.infer<typeof Status>;

/** The fields every record has, whatever its step. `startedAt` is UTC; `durationMs` counts wall milliseconds. */
export const envelope = {
  schema: z.literal(schemaVersion),
  status: Status,
  evidence: Evidence,
  replacedContexts: ReplacedContexts,
  startedAt: z.iso.datetime(),
  durationMs: z.int().nonnegative(),
  findings: z.array(Finding).max(25_000),
  failure: Failure.optional(),
};

/** The commit, run and attempt a record belongs to, where the step ran under GitHub Actions. */
export const origin = z
  .strictObject({
    commit: z.string().max(64),
    runId: z.string().max(32),
    runAttempt: z.int().positive(),
  })
  .optional();
