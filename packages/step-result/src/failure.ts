import * as z from "zod";

/**
 * Why a step failed, as a closed list: a reader can switch on it, and each code has one owner.
 * `invalid-input` and `unreadable-input` are the caller's to fix and give exit code 2 on the command line.
 */
export const FailureCode = z.enum([
  "invalid-input",
  "unreadable-input",
  "findings",
  "engine-missing",
  "engine-too-old",
  "engine-lost",
  "builder-missing",
  "build-failed",
  "push-failed",
  "registry-unreachable",
  "registry-refused",
  "rate-limited",
  "disk-full",
  "secret-missing",
  "context-too-large",
  "lock-drifted",
  "lock-incomplete",
  "image-missing",
  "mount-missing",
  "checkpoint-missing",
  "checkpoint-unreadable",
  "gpu-missing",
  "gpu-incompatible",
  "gpu-lost",
  "container-start",
  "container-exit",
  "container-not-removed",
  "out-of-memory",
  "timeout",
  "cancelled",
  "output-missing",
  "output-too-large",
  "output-invalid",
  "output-family-unknown",
  "result-missing",
  "result-failed",
  "results-unwritable",
  "internal",
]);
export type FailureCode = z.infer<typeof FailureCode>;

/** A failure a person can act on: what happened, and what to do. `detail` holds the last lines of the tool that failed. */
export const Failure = z.strictObject({
  code: FailureCode,
  message: z.string().min(1).max(4000),
  remedy: z.string().min(1).max(4000),
  detail: z.string().max(20_000).optional(),
});
export type Failure = z.infer<typeof Failure>;
