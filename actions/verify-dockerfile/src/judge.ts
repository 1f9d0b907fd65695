import { isIgnored, parseIgnore } from "@mia/build-context";
import {
  applyBaseline,
  applyIgnores,
  type Baseline,
  type BaselineLine,
  ruleList,
  withFingerprints,
  worstFirst,
} from "@mia/dockerfile";
import { bySeverity, type Confidence, type Finding, type Severity } from "@mia/step-result";
import { type Checked, ruleIds } from "./check.ts";
import type { PathIgnore } from "./policies.ts";

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
  excused: { finding: Finding; reason: string }[];
  stale: BaselineLine[];
  suppressed: { inline: number; baseline: number; scope: number };
}

const confidences: readonly Confidence[] = ["high", "medium", "low"];

/** Leaves out what comments, the policy, the baseline, the scope or the caller's thresholds leave out, in this order. */
export function judge({ findings: found, files }: Checked, measure: Measure): Judged {
  const { minSeverity, minConfidence, enforced, ignores, baseline, gone, inScope } = measure;
  // Comments before the policy: one that says why is used, whatever else would leave the finding out.
  const byComment = applyIgnores(found, files, { known: ruleList, enforced, ran: ruleIds });
  const named = withFingerprints(byComment.findings, files);
  const byPolicy = parted(named, ignores, enforced);
  const weighty = byPolicy.kept.filter(
    ({ severity, confidence = "high" }) =>
      bySeverity(severity, minSeverity) <= 0 &&
      confidences.indexOf(confidence) <= confidences.indexOf(minConfidence),
  );
  const checkedFiles = new Set(files.map(({ path }) => path));
  const covers = ({ file }: BaselineLine): boolean => checkedFiles.has(file) || gone.has(file);
  const known = baseline && applyBaseline(weighty, baseline, { enforced, covers });
  const fresh = known?.fresh ?? weighty;
  const findings = fresh.filter(inScope).sort(worstFirst);
  return {
    findings,
    all: weighty,
    excused: [...byPolicy.excused, ...byComment.suppressed],
    stale: known?.stale ?? [],
    suppressed: {
      inline: byComment.suppressed.length + byPolicy.excused.length,
      baseline: known?.known.length ?? 0,
      scope: fresh.length - findings.length,
    },
  };
}

/** What the policy file accepts at some paths. */
function parted(
  findings: readonly Finding[],
  ignores: readonly PathIgnore[],
  enforced: readonly string[],
): { kept: Finding[]; excused: { finding: Finding; reason: string }[] } {
  const accepted = ignores.map(({ rules, files, reason }) => ({
    rules: new Set(rules),
    glob: parseIgnore(files.join("\n")),
    reason,
  }));
  const kept: Finding[] = [];
  const excused: { finding: Finding; reason: string }[] = [];
  for (const finding of findings) {
    const { rule, code = "", locations } = finding;
    const mayNot = enforced.includes(rule) || enforced.includes(code);
    const by = accepted.find(
      ({ rules, glob }) =>
        !mayNot && (rules.has(rule) || rules.has(code)) && isIgnored(glob, locations[0]?.file ?? ""),
    );
    if (by) excused.push({ finding, reason: by.reason });
    else kept.push(finding);
  }
  return { kept, excused };
}
