import type { StepResult } from "@mia/step-result";
import { clean } from "../text/clean.ts";
import { names } from "../text/names.ts";
import { stepName } from "./subject.ts";

/** Images have three contexts to replace; more than these come from a record that is odd. */
const maxContexts = 8;
/** Sets of contexts that get a text of their own; beyond them, one text speaks for the rest. */
const maxSets = 3;

type Replaced = Pick<StepResult, "evidence" | "replacedContexts">;

/** The contexts that were replaced in any of these records, as a list of words. */
export function contextsOf(records: readonly Replaced[]): string {
  const all = new Set(records.flatMap((record) => record.replacedContexts));
  const shown = [...all].sort().map((context) => clean(context, 60));
  if (shown.length === 0) return "contexts it does not name";
  return shown.length <= maxContexts ? shown.join(", ") : names(shown, maxContexts);
}

/**
 * What to say of the stand-ins among the records, one text for each set of replaced contexts; empty where all is real.
 */
export function standInNotes(records: readonly StepResult[]): string[] {
  const bySet = new Map<string, StepResult[]>();
  for (const record of records) {
    if (record.evidence !== "stand-in" || record.step === "report") continue;
    const key = contextsOf([record]);
    bySet.set(key, [...(bySet.get(key) ?? []), record]);
  }
  const sets = [...bySet.values()];
  const rest = sets.slice(maxSets).flat();
  return [...sets.slice(0, maxSets), ...(rest.length > 0 ? [rest] : [])].map((replaced) => {
    const who = names(replaced.map(stepName), 12);
    return `evidence: stand-in for ${who}; replaced: ${contextsOf(replaced)}. This proves the plumbing and nothing about the real image.`;
  });
}
