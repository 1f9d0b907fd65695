import { bySeverity, type Finding } from "@mia/step-result";
import { compareTexts } from "./text-order.ts";

/** The order in which findings are shown. */
export function worstFirst(a: Finding, b: Finding): number {
  return bySeverity(a.severity, b.severity) || byLine(a, b) || compareTexts(a.rule, b.rule);
}

/** The order in which fixes take their places: as findings are shown, but from left to right within a line. */
export function fixedFirst(a: Finding, b: Finding): number {
  return (
    bySeverity(a.severity, b.severity) ||
    byLine(a, b) ||
    (a.locations[0]?.column ?? 0) - (b.locations[0]?.column ?? 0) ||
    compareTexts(a.rule, b.rule)
  );
}

function byLine({ locations: [one] }: Finding, { locations: [other] }: Finding): number {
  return compareTexts(one?.file ?? "", other?.file ?? "") || (one?.line ?? 0) - (other?.line ?? 0);
}
