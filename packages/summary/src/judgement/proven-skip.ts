import type { BuildResult, StepResult } from "@mia/step-result";

/**
 * A build that was skipped because the registry already holds what it would have made: it left a digest, so that a promise
 * to build is kept by it. Where nothing says what that image is, nothing is proven.
 */
export function isProvenSkip(record: StepResult | undefined): record is BuildResult & { provenBy: string } {
  return (
    record?.step === "build" &&
    record.status === "skipped" &&
    record.provenBy !== undefined &&
    record.evidence !== "unknown"
  );
}
