import { ExpandedValues } from "./expanded-values.ts";
import { ExpansionReader } from "./expansion-reader.ts";
import type { Budget, ExpansionSettings, Lookup } from "./expansion-settings.ts";

export type { Lookup } from "./expansion-settings.ts";

/** A text after expansion; `unknown` names the variables that nobody gave a value, and then the text means nothing. */
export interface Expanded {
  value: string;
  unknown: string[];
  /** It grew beyond `maxExpanded`, so it counts as unknown. */
  tooLong: boolean;
  /** Why the builder stops at this text, whatever the variables hold; `unknown` is then not empty either. */
  refused?: string;
}

/** UTF-16 units of an expanded text. Thirty variables that each hold the one before twice need a gigabyte. */
export const maxExpanded = 64 * 1024;

/** Steps of matching that one text may take, or all texts that share a budget: a fraction of a second. */
const maxWork = 20_000_000;

export function expansionBudget(): Budget {
  return { left: maxWork };
}

/**
 * Expands `$x`, `${x}` and the forms with `:-`, `:+`, `:?`, `#`, `%` and `/`, and takes quotes away, as the builder does for
 * FROM, ENV, USER and the like. A variable that is not set is the empty text, as there.
 */
export function expand(
  text: string,
  lookup: Lookup,
  escapeMark = "\\",
  budget: Budget = expansionBudget(),
): Expanded {
  return expanded(text, lookup, { escapeMark, budget, keepsQuotes: false });
}

/** The body of a heredoc of COPY or ADD whose name is not quoted: quotes stay, and `\\` escapes whatever the file says. */
export function expandHeredoc(body: string, lookup: Lookup, budget: Budget = expansionBudget()): Expanded {
  return expanded(body, lookup, { escapeMark: "\\", budget, keepsQuotes: true });
}

function expanded(text: string, lookup: Lookup, settings: Omit<ExpansionSettings, "maxLength">): Expanded {
  const maxLength = Math.max(maxExpanded, text.length);
  const values = new ExpandedValues(lookup, { ...settings, maxLength });
  const value = new ExpansionReader(text, values, { ...settings, maxLength }).readAll();
  const { unknown, stop } = values;
  if (stop === undefined) return { value, unknown, tooLong: false };
  if (stop.kind === "too-long")
    return { value: "", unknown: [...unknown, "a value without end"], tooLong: true };
  const nothing = { value: "", unknown: [text.slice(0, 40)], tooLong: false };
  return stop.kind === "refused" ? { ...nothing, refused: stop.why } : nothing;
}
