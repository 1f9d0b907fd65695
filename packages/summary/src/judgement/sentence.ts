import { names } from "../text/names.ts";
import { count, plural } from "../text/units.ts";
import type { Judgement } from "./judge.ts";
import { isProvenSkip } from "./proven-skip.ts";
import { reasonOf } from "./reason.ts";
import { type Scope, scopeOf, shareOf } from "./scope.ts";
import { contextsOf } from "./stand-in.ts";
import { stepName } from "./subject.ts";
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
 * Stand-ins and what is not known come before anything good that is said, so that nobody takes plumbing for proof.
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

function unreadableOnly(refused: number, { all }: Tally): string {
  return `Failed: ${plural(refused, "record file")} could not be read, beside ${plural(all.length, "step")} that did not fail.`;
}

function main(judgement: Judgement, steps: Tally): string {
  if (judgement.models.length === 0) return withoutModels(judgement);
  if (!isGood(judgement)) return failed(judgement, steps);
  if (steps.all.length === 0) return "Passed: the plan promises 0 steps, so nothing had to run.";
  return passed(steps, scopeOf(judgement, steps));
}

function withoutModels({ plan, foreign }: Judgement): string {
  if (plan?.status === "failed") return `Failed: the plan itself failed, ${reasonOf(plan)}`;
  if (plan) return "Passed: the plan names 0 models, so nothing had to run.";
  if (foreign > 0) return `Failed: 0 of ${plural(foreign, "record")} belong to this run.`;
  return "Failed: 0 records were found.";
}

function failed(judgement: Judgement, steps: Tally): string {
  const { plan } = judgement;
  const { failed, missing, standIns } = steps;
  const scope = scopeOf(judgement, steps);
  const first = failed[0]?.record;
  const planPart = plan?.status === "failed" ? ` The plan itself failed, ${reasonOf(plan)}` : "";
  const standInPart =
    standIns.length > 0
      ? ` evidence: stand-in in ${plural(standIns.length, "step")} (${contextsOf(standIns)} replaced).`
      : "";
  const tail = `${planPart}${standInPart}`;
  if (failed.length === 0 && missing.length === 0) return `Failed:${tail.replace(" The", " the")}`;
  if (failed.length === 0)
    return `Failed: ${shareOf(missing, scope)} left no result (${list(missing)}).${tail}`;
  const missed = missing.length > 0 ? `; ${count(missing.length)} left no result (${list(missing)})` : "";
  const why = first ? ` ${failed.length > 1 ? `First: ${stepName(first)}, ` : ""}${reasonOf(first)}` : "";
  return `Failed: ${shareOf(failed, scope)} (${list(failed)})${missed}.${why}${tail}`;
}

function passed(steps: Tally, scope: Scope): string {
  const { skipped, all, warnings } = steps;
  const of = `${plural(scope.counted.length, scope.unit)} of ${plural(scope.models.length, "model")} (${names(scope.models)})`;
  const proven = skipped.filter(({ record }) => isProvenSkip(record));
  const idleOnly = skipped.filter(({ record }) => !isProvenSkip(record));
  if (skipped.length === all.length) {
    const why =
      idleOnly.length > 0
        ? "so nothing is proven"
        : `since the registry already holds what ${all.length === 1 ? "it" : "they"} would make`;
    return `Skipped: 0 of ${of}${beyondPart(scope, skipped)} ran, ${why}.`;
  }
  const idle = skipped.filter(scope.isCounted).length;
  const share =
    idle > 0 ? `${count(scope.counted.length - idle)} of ` : scope.counted.length > 1 ? "all " : "";
  const rest = [
    proven.length > 0 ? `${count(proven.length)} skipped, since proven (${list(proven)})` : "",
    idleOnly.length > 0 ? `${count(idleOnly.length)} skipped (${list(idleOnly)})` : "",
    warnings > 0 ? plural(warnings, "warning") : "",
  ].filter((part) => part !== "");
  const tail = rest.length > 0 ? `; ${rest.join(", ")}` : "";
  const ran = `${share}${of}${beyondPart(scope, skipped)}`;
  return `Passed${doubt(steps)}: ${[ran, ...evidenceParts(steps)].join(", ")}${tail}.`;
}

/** What ran beside the promise, by name: a reader of the plan does not expect it. */
function beyondPart({ beyond, isCounted }: Scope, skipped: readonly StepOfModel[]): string {
  if (beyond.length === 0) return "";
  const idle = skipped.filter((step) => !isCounted(step)).length;
  const share = idle > 0 ? `${count(beyond.length - idle)} of ` : "";
  return `, and ${share}${count(beyond.length)} more (${list(beyond)})`;
}

function doubt({ standIns, unproven }: Tally): string {
  if (standIns.length > 0) return ", but this proves only the plumbing, not the real images";
  return unproven.length > 0 ? ", but nothing says whether all images are the real ones" : "";
}

function evidenceParts({ all, standIns, unproven }: Tally): string[] {
  const of = (some: readonly unknown[]): string =>
    some.length === all.length ? "" : `${count(some.length)} of them `;
  return [
    ...(standIns.length > 0 ? [`${of(standIns)}on stand-ins (${contextsOf(standIns)})`] : []),
    ...(unproven.length > 0 ? [`${of(unproven)}with evidence unknown (${list(unproven)})`] : []),
  ];
}

function list(steps: readonly StepOfModel[]): string {
  return names(
    steps.map(({ model, step }) => `${model} ${step}`),
    4,
  );
}
