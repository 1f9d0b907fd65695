import {
  applyBaseline,
  applyIgnores,
  type Baseline,
  type BaselineLine,
  neverIgnored,
  ruleList,
  withFingerprints,
  worstFirst,
} from "@mia/dockerfile";
import { bySeverity, type Confidence, type Finding, type Severity } from "@mia/step-result";
import { type Checked, ruleIds } from "./check.ts";
import { ignoringEntries, type PathIgnore } from "./path-ignores.ts";

/** What decides which findings count. */
export interface Measure {
  minSeverity: Severity;
  minConfidence: Confidence;
  enforced: readonly string[];
  ignores: readonly PathIgnore[];
  baseline: Baseline | undefined;
  /** Files of the baseline that are there no more. */
  gone: ReadonlySet<string>;
  /** Whether a finding lies in what the run is about. */
  inScope: (finding: Finding) => boolean;
}

export interface Judged {
  /** Those that count, worst first, with fingerprints. */
  findings: Finding[];
  /** Those that would go into a baseline written now. */
  all: Finding[];
  /** Left out with a reason somebody wrote down. */
  excused: Excused[];
  stale: BaselineLine[];
  suppressed: { inline: number; policy: number; baseline: number; scope: number };
  /** The files that were looked at. */
  files: string[];
  /** The ids of rules that each entry of the policy's `ignore` accepts something of. */
  used: ReadonlyMap<PathIgnore, ReadonlySet<string>>;
  /** Everything could be read, so that silence means something. */
  complete: boolean;
}

export interface Excused {
  finding: Finding;
  reason: string;
  by: "comment" | "policy";
}

const confidences: readonly Confidence[] = ["high", "medium", "low"];

/** Leaves out what comments, the policy, the baseline, the scope or the caller's thresholds leave out, in this order. */
export function judge(checked: Checked, measure: Measure): Judged {
  const { findings: found, files, failure, unreadable } = checked;
  const { enforced, ignores, baseline, gone, inScope } = measure;
  // Comments before the policy: one that says why is used, whatever else would leave the finding out.
  const byComment = applyIgnores(found, files, { known: ruleList, enforced, ran: ruleIds });
  const named = withFingerprints(byComment.findings, files);
  const byPolicy = parted(named, ignores, enforced);
  const weighty = byPolicy.kept.filter((finding) => isWeighty(finding, measure));
  const checkedFiles = new Set(files.map(({ path }) => path));
  const covers = ({ file }: BaselineLine): boolean => checkedFiles.has(file) || gone.has(file);
  const known = baseline && applyBaseline(weighty, baseline, { enforced, covers });
  const fresh = known?.fresh ?? weighty;
  const findings = fresh.filter(inScope).sort(worstFirst);
  return {
    findings,
    all: weighty,
    excused: [
      ...byPolicy.excused,
      ...byComment.suppressed.map(({ finding, reason }) => ({ finding, reason, by: "comment" as const })),
    ],
    stale: known?.stale ?? [],
    suppressed: {
      inline: byComment.suppressed.length,
      policy: byPolicy.excused.length,
      baseline: known?.known.length ?? 0,
      scope: fresh.length - findings.length,
    },
    files: [...checkedFiles],
    used: usedBy([...byPolicy.excused, ...byComment.suppressed], ignores),
    complete: failure === undefined && unreadable.length === 0,
  };
}

/** Whether a finding reaches the caller's thresholds. */
export function isWeighty(
  { severity, confidence = "high" }: Finding,
  { minSeverity, minConfidence }: Pick<Measure, "minSeverity" | "minConfidence">,
): boolean {
  return (
    bySeverity(severity, minSeverity) <= 0 &&
    confidences.indexOf(confidence) <= confidences.indexOf(minConfidence)
  );
}

/** What the policy file accepts at some paths. */
function parted(
  findings: readonly Finding[],
  ignores: readonly PathIgnore[],
  enforced: readonly string[],
): { kept: Finding[]; excused: Excused[] } {
  const kept: Finding[] = [];
  const excused: Excused[] = [];
  for (const finding of findings) {
    const { rule, code = "" } = finding;
    const mayNot = enforced.includes(rule) || enforced.includes(code) || neverIgnored.has(rule);
    const by = mayNot ? undefined : ignoringEntries(finding, ignores)[0];
    if (by) excused.push({ finding, reason: by.reason, by: "policy" });
    else kept.push(finding);
  }
  return { kept, excused };
}

/** Also of what a comment left out before: an entry that says the same is no mistake. */
function usedBy(
  excused: readonly { finding: Finding }[],
  ignores: readonly PathIgnore[],
): Map<PathIgnore, Set<string>> {
  const used = new Map<PathIgnore, Set<string>>();
  for (const { finding } of excused) {
    for (const entry of ignoringEntries(finding, ignores)) {
      const known = used.get(entry) ?? new Set();
      used.set(entry, known.add(finding.rule));
    }
  }
  return used;
}
