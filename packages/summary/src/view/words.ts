import type { Verdict } from "@mia/step-result";

/** The word a reader sees; a symbol may follow it, but never stands alone. */
export const verdictWord: Record<Verdict, string> = {
  passed: "passed",
  failed: "failed",
  skipped: "skipped",
  missing: "no result",
  "not-planned": "not planned",
};
