import type { Rule } from "../rule.ts";
import { writtenLines } from "../stages/written-lines.ts";

export const noPasswordlessSudo: Rule = {
  code: "MIA306",
  id: "no-passwordless-sudo",
  description: "No account becomes root without a password.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    for (const { text, position } of writtenLines(image.stages, image.commands)) {
      if (!/\bNOPASSWD\s*:/.test(text)) continue;
      yield {
        message: "sudo without a password makes the account root: running as another user protects nothing",
        remedy: "Install what needs root while building, before USER, and leave sudo out.",
        locations: [image.at(position)],
      };
    }
  },
};
