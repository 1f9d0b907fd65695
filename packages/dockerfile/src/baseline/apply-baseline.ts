import type { Finding } from "@mia/step-result";
import { baselineIsCurrent, neverIgnored } from "../ignores/ignore-rules.ts";
import type { Baseline, BaselineLine } from "./baseline-file.ts";

export interface BaselineOptions {
  /** Ids or codes of rules whose findings no baseline may hold. */
  enforced?: readonly string[];
  /** Whether this run could have found what the entry says. Where not, its absence says nothing. By default it could. */
  covers?: (entry: BaselineLine) => boolean;
}

export interface BaselineOutcome {
  /** What the baseline does not know. */
  fresh: Finding[];
  known: Finding[];
  /** Entries that nothing found agrees with. */
  stale: BaselineLine[];
}

/** Parts findings into new ones and known ones. Each entry covers one finding. */
export function applyBaseline(
  findings: readonly Finding[],
  { entries }: Baseline,
  { enforced = [], covers = () => true }: BaselineOptions = {},
): BaselineOutcome {
  const refused = new Set([...neverIgnored, ...enforced]);
  const open = new Map<string, BaselineLine[]>();
  for (const entry of entries) {
    if (refused.has(entry.rule)) continue;
    const same = open.get(keyOf(entry));
    if (same) same.push(entry);
    else open.set(keyOf(entry), [entry]);
  }
  // Taken from the end, so that of several equal entries the first ones cover.
  for (const same of open.values()) same.reverse();
  const used = new Set<BaselineLine>();
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    const { rule, code = "", fingerprint = "", locations } = finding;
    const entry = refused.has(code)
      ? undefined
      : open.get(keyOf({ rule, fingerprint, file: locations[0]?.file ?? "" }))?.pop();
    if (entry) used.add(entry);
    (entry ? known : fresh).push(finding);
  }
  return { fresh, known, stale: entries.filter((entry) => !used.has(entry) && covers(entry)) };
}

function keyOf({ rule, file, fingerprint }: { rule: string; file: string; fingerprint: string }): string {
  return `${fingerprint} ${rule} ${file}`;
}

/** Beyond so many entries one finding speaks for the rest: somebody will write the baseline anew. */
const maxFindings = 100;

/** Findings for entries that are out of date, at their lines in the baseline file. */
export function staleFindings(stale: readonly BaselineLine[], baselinePath: string): Finding[] {
  const { id, code, severity, confidence } = baselineIsCurrent;
  const about = (message: string, line: number): Finding => ({
    rule: id,
    code,
    severity,
    confidence,
    message,
    remedy: "Remove the entry, or write the baseline anew.",
    locations: [{ file: baselinePath, line }],
  });
  const shown = stale.slice(0, maxFindings).map(({ rule, file, line }) => {
    const why = neverIgnored.has(rule) ? "no baseline can hold it" : "it is not found any more";
    return about(`the baseline has ${rule} in ${file.slice(0, 1000)}, but ${why}`, line);
  });
  const next = stale[maxFindings];
  if (next === undefined) return shown;
  const count = stale.length - maxFindings;
  return [...shown, about(`${count} more entries of the baseline are not found any more`, next.line)];
}
