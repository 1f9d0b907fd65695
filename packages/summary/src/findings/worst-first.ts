import type { Finding, Severity } from "@mia/step-result";

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** A copy with errors first, then warnings, then advice; within one severity the order stays. */
export function worstFirst<F extends Pick<Finding, "severity">>(findings: readonly F[]): F[] {
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
}
