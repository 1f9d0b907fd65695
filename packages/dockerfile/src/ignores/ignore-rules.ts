import type { Rule } from "../rule.ts";

/** A rule about the comments and the baseline themselves: it looks at what all other rules found, not at an image. */
export type RuleFacts = Omit<Rule, "check">;

export const ignoreHasAReason: RuleFacts = {
  code: "MIA902",
  id: "ignore-has-a-reason",
  description: "A comment that ignores a rule names a rule that may be ignored, and says why.",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
};

export const ignoreIsUsed: RuleFacts = {
  code: "MIA903",
  id: "ignore-is-used",
  description: "A comment that ignores a rule ignores something.",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
};

export const baselineIsCurrent: RuleFacts = {
  code: "MIA904",
  id: "baseline-is-current",
  description: "Every entry of the baseline is still found.",
  severity: "info",
  confidence: "high",
  since: "0.1.0",
};

/** No comment silences these: an unreadable file was not checked, and the others speak of the comments themselves. */
export const neverIgnored: ReadonlySet<string> = new Set([
  "files-are-readable",
  ignoreHasAReason.id,
  ignoreIsUsed.id,
  baselineIsCurrent.id,
]);
