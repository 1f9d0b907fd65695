import type { Failure, FailureCode } from "@mia/step-result";

/**
 * A failure that somebody can fix: what happened, and what to do. It becomes part of the record. Any other
 * exception is a bug of ours and is recorded as `internal`, its stack in the log.
 */
export class StepFailure extends Error {
  readonly code: FailureCode;
  readonly remedy: string;
  readonly detail: string | undefined;

  constructor(failure: Failure, options?: { cause?: unknown }) {
    super(failure.message, options);
    this.name = "StepFailure";
    this.code = failure.code;
    this.remedy = failure.remedy;
    this.detail = failure.detail;
  }
}

/** The record's form of whatever was thrown, cut to the record's limits. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof StepFailure) {
    const { code, message, remedy, detail } = thrown;
    const failure = { code, message: message.slice(0, 4000), remedy: remedy.slice(0, 4000) };
    return detail === undefined ? failure : { ...failure, detail: detail.slice(-20_000) };
  }
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return {
    code: "internal",
    message: `this is a bug in model-image-actions: ${message.slice(0, 3000)}`,
    remedy: "Report it with the log of this step; the record names the step and the model.",
  };
}

/** Exit code 2 on the command line: the caller gave something we cannot use, and no judgement was made. */
export function isUsageFailure(code: FailureCode | undefined): boolean {
  return code === "invalid-input" || code === "unreadable-input";
}
