import { names } from "../text/names.ts";
import { count, plural } from "../text/units.ts";
import type { Judgement } from "./judge.ts";
import { reasonOf } from "./reason.ts";
import { contextsOf } from "./stand-in.ts";
import { type StepOfModel, type Tally, tally } from "./tally.ts";

/** Longer sentences are no answer; a record holds 2000 characters. */
const maxLength = 900;

/** What the records themselves do not say. */
export interface Circumstances {
  /** True for a report over a whole change: a plan that is not there is then worth a word. */
  planExpected?: boolean;
  /** Files that look like records and could not be used. */
  refused?: number;
}

/**
 * One sentence that answers "may I merge?": the verdict first, then the number that decided it and the models.
 * Stand-ins come before anything good that is said, so that nobody takes plumbing for proof.
 */
export function verdictSentence(judgement: Judgement, circumstances: Circumstances = {}): string {
  const { refused = 0, planExpected = false } = circumstances;
  const steps = tally(judgement);
  const unreadable = refused > 0 ? ` ${plural(refused, "record file")} could not be read.` : "";
  const noPlan =
    planExpected && !judgement.plan ? " No plan was found: nothing says whether more was due." : "";
  const sentence =
    refused > 0 && isGood(judgement) ? unreadableOnly(refused, steps) : main(judgement, steps) + unreadable;
  return `${sentence.length > maxLength ? `${sentence.slice(0, maxLength)}...` : sentence}${noPlan}`;
}

function isGood({ verdict }: Judgement): boolean {
  return verdict === "passed" || verdict === "skipped";
}

function unreadableOnly(refused: number, { total }: Tally): string {
  return `Failed: ${plural(refused, "record file")} could not be read, beside ${plural(total, "step")} that did not fail.`;
}

function main(judgement: Judgement, steps: Tally): string {
  const { plan, models } = judgement;
  if (models.length === 0) return withoutModels(judgement);
  const kinds = new Set(models.flatMap(({ records }) => records.map((record) => record.step)));
  const noun = kinds.size === 1 && steps.missing.length === 0 ? `${[...kinds][0]} step` : "step";
  const unit = `${plan ? "planned " : ""}${noun}`;
  if (!isGood(judgement)) return failed(judgement, steps, plural(steps.total, unit));
  return passed(
    steps,
    unit,
    models.map(({ model }) => model),
  );
}

function withoutModels({ plan, foreign }: Judgement): string {
  if (plan?.status === "failed") return `Failed: the plan itself failed, ${reasonOf(plan)}.`;
  if (plan) return "Passed: the plan names 0 models, so nothing had to run.";
  if (foreign > 0) return `Failed: 0 of ${plural(foreign, "record")} belong to this run.`;
  return "Failed: 0 records were found.";
}

function failed({ plan }: Judgement, { failed, missing, standIns }: Tally, all: string): string {
  const first = failed[0]?.record;
  const planPart = plan?.status === "failed" ? ` The plan itself failed, ${reasonOf(plan)}.` : "";
  const standInPart =
    standIns.length > 0
      ? ` evidence: stand-in in ${plural(standIns.length, "step")} (${contextsOf(standIns)} replaced).`
      : "";
  const tail = `${planPart}${standInPart}`;
  if (failed.length === 0 && missing.length === 0) return `Failed: the plan itself failed.${tail}`;
  if (failed.length === 0)
    return `Failed: ${count(missing.length)} of ${all} left no result (${list(missing)}).${tail}`;
  const missed = missing.length > 0 ? `; ${count(missing.length)} left no result (${list(missing)})` : "";
  const why = first
    ? ` ${failed.length > 1 ? `First: ${first.model} ${first.step}, ` : ""}${reasonOf(first)}.`
    : "";
  return `Failed: ${count(failed.length)} of ${all} (${list(failed)})${missed}.${why}${tail}`;
}

function passed(steps: Tally, unit: string, slugs: string[]): string {
  const { skipped, total, standIns, warnings } = steps;
  const ran = total - skipped.length;
  const of = `${plural(total, unit)} of ${plural(slugs.length, "model")} (${names(slugs)})`;
  if (ran === 0) return `Skipped: 0 of ${of} ran, so nothing is proven.`;
  const rest = [
    skipped.length > 0 ? `${count(skipped.length)} skipped (${list(skipped)})` : "",
    warnings > 0 ? plural(warnings, "warning") : "",
  ].filter((part) => part !== "");
  const all = skipped.length > 0 ? `${count(ran)} of ` : total > 1 ? "all " : "";
  const tail = rest.length > 0 ? `; ${rest.join(", ")}` : "";
  if (standIns.length === 0) return `Passed: ${all}${of}${tail}.`;
  const some = standIns.length === total ? "" : `${count(standIns.length)} of them `;
  const how = `${some}on stand-ins (${contextsOf(standIns)})`;
  return `Passed, but this proves only the plumbing, not the real images: ${all}${of}, ${how}${tail}.`;
}

function list(steps: StepOfModel[]): string {
  return names(
    steps.map(({ model, step }) => `${model} ${step}`),
    4,
  );
}
