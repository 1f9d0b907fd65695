import type { StepResult } from "@mia/step-result";
import { isUnproven, unknownNotes, worstEvidence } from "../judgement/evidence.ts";
import { type Judgement, judge } from "../judgement/judge.ts";
import { verdictSentence } from "../judgement/sentence.ts";
import { singleSentence } from "../judgement/single-sentence.ts";
import { standInNotes } from "../judgement/stand-in.ts";
import { plural } from "../text/units.ts";
import { detailsOf } from "./details.ts";
import { issuesOf, missingIssues, objectionIssues } from "./issues.ts";
import { reportedRows } from "./reported-rows.ts";
import type { SourceLinks } from "./source-link.ts";
import { modelTable } from "./table.ts";
import type { View } from "./view.ts";

export interface ViewOptions {
  /** What went wrong before any record could be made. */
  problems?: string[];
  links?: SourceLinks;
  /** The folder of the pages about rules, as an address without a slash at its end. */
  rulePages?: string;
}

/** More models than a plan may hold several times over; a folder of hostile files must not make an endless page. */
const maxModels = 1000;

/**
 * Everything the renderers show. Records may be of one step, of one step of many models, or of a whole change; with a
 * report's own record among them its sentence stands first, since it was made from all there was to see.
 */
export function viewOf(records: readonly StepResult[], options: ViewOptions = {}): View {
  const problems = options.problems ?? [];
  const judgement = judge(records);
  const { plan, report } = judgement;
  const ofModels = judgement.models.flatMap((model) => model.records);
  const shown = [...(report ? [report] : []), ...(plan ? [plan] : []), ...ofModels];
  // A plan alone promises; without a report nobody asked yet whether the promise was kept.
  const isSingle = shown.length === 1 && report === undefined;
  const issues = issuesOf(shown, options.links, options.rulePages);
  const missing = isSingle ? [] : missingIssues(judgement);
  const models = judgement.models.slice(0, maxModels);
  const rows = models.length > 0 ? modelTable(models) : report ? reportedRows(report) : null;
  return {
    verdict: problems.length > 0 || records.length === 0 ? "failed" : verdictOf(judgement, isSingle),
    sentence: sentenceOf(judgement, isSingle ? shown[0] : undefined, problems),
    evidence: worstEvidence(shown.filter((record) => record.evidence === "stand-in" || isUnproven(record))),
    problems,
    notes: [...contextNotes(judgement), ...standInNotes(shown), ...unknownNotes(shown)],
    table: isSingle ? null : rows,
    open: [...issues.error, ...objectionIssues(judgement), ...missing],
    warnings: issues.warning,
    infos: issues.info,
    details: detailsOf({ ...judgement, models }, isSingle),
    leftOut: leftOut(issues.dropped, judgement.models.length - models.length),
  };
}

function verdictOf({ report, plan, verdict }: Judgement, isSingle: boolean): View["verdict"] {
  if (isSingle && plan) return plan.status;
  if (report?.status === "passed") return verdict === "skipped" ? "skipped" : "passed";
  return report && verdict !== "missing" ? "failed" : verdict;
}

function sentenceOf(judgement: Judgement, single: StepResult | undefined, problems: string[]): string {
  if (judgement.report) return judgement.report.sentence;
  if (single) return singleSentence(single);
  const nothing = judgement.models.length === 0 && judgement.plan === undefined;
  if (nothing && problems.length > 0) return `Failed: nothing ran, for ${plural(problems.length, "reason")}.`;
  return verdictSentence(judgement);
}

function contextNotes({ report, plan, foreign, models }: Judgement): string[] {
  // A report shown without the records it was made from knows of a plan that is not at hand.
  const isAlone = models.length === 0 && report !== undefined && report.rows.length > 0;
  const other = `${plural(foreign, "record")} of another workflow run were set aside: they say nothing about this change.`;
  const noPlan =
    "No plan was among the records: what is here is judged, but nothing says whether more was due. Run plan-matrix first and hand its record over.";
  return [...(report && !plan && !isAlone ? [noPlan] : []), ...(foreign > 0 ? [other] : [])];
}

function leftOut(issues: number, models: number): string[] {
  return [issues > 0 ? plural(issues, "finding") : "", models > 0 ? plural(models, "model") : ""].filter(
    (text) => text !== "",
  );
}
