import { bySeverity, type Finding } from "@mia/step-result";

/** A copy with errors first, then warnings, then infos; within one severity the order stays. */
export function worstFirst<F extends Pick<Finding, "severity">>(findings: readonly F[]): F[] {
  return [...findings].sort((a, b) => bySeverity(a.severity, b.severity));
}
