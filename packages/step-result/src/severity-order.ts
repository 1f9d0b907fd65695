import type { Severity } from "./finding.ts";

/** The worst first. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** For sorting: below zero where `a` weighs more than `b`. */
export function bySeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}
