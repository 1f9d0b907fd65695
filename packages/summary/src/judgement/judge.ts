import type { ExpectedStep, PlanResult, ReportResult, StepResult, Verdict } from "@mia/step-result";
import { newestRecords } from "./newest.ts";
import { type Objection, objectionsTo, withObjections } from "./objection.ts";
import { isModelRecord, type ModelRecord, subjectOf } from "./subject.ts";

export type { ModelRecord } from "./subject.ts";

/** The steps a plan can promise, in the order they run. */
export const plannedSteps = ["verify", "build", "smoke"] as const satisfies readonly ExpectedStep[];

/** One model: what was promised, what arrived. */
export interface JudgedModel {
  model: string;
  verdict: Verdict;
  steps: Record<ExpectedStep, Verdict>;
  /** As they count: a record with an objection to it says failed here, whatever its file says. */
  records: ModelRecord[];
  objections: Objection[];
  /** Why the plan named it; undefined where no plan did. */
  reason?: string;
}

/** All records of one change, each step and model once, beside what the plan promised. */
export interface Judgement {
  /** `failed` where a step failed or is objected to, `missing` where a promised one left no record, `skipped` where nothing ran. */
  verdict: Exclude<Verdict, "not-planned">;
  /** Worst first, then in the plan's order. */
  models: JudgedModel[];
  plan?: PlanResult;
  report?: ReportResult;
  /** Records of another workflow run than the plan's: they prove nothing about this change and were not counted. */
  foreign: number;
}

/** Compares records with the plan among them, if there is one. A promised step without a record is `missing`. */
export function judge(all: readonly StepResult[]): Judgement {
  const plan = latestOf(all, "plan");
  const report = latestOf(all, "report");
  const ofModels = all.filter(isModelRecord);
  const own = ofModels.filter((record) => isOfSameRun(record, plan));
  const byModel = new Map<string, ModelRecord[]>();
  for (const { slug } of plan?.models ?? []) byModel.set(slug, []);
  for (const record of newestRecords(own) as ModelRecord[]) {
    const subject = subjectOf(record);
    const records = byModel.get(subject);
    if (records) records.push(record);
    else byModel.set(subject, [record]);
  }
  const models = [...byModel].map(([model, records]) => judgeModel(model, records, plan));
  models.sort((a, b) => rank[a.verdict] - rank[b.verdict]);
  return {
    verdict: overall(models, plan),
    models,
    foreign: ofModels.length - own.length,
    ...(plan && { plan }),
    ...(report && { report }),
  };
}

const rank: Record<Verdict, number> = { failed: 0, missing: 1, skipped: 2, passed: 2, "not-planned": 3 };

function latestOf<S extends "plan" | "report">(
  records: readonly StepResult[],
  step: S,
): Extract<StepResult, { step: S }> | undefined {
  return newestRecords(records.filter((record) => record.step === step))[0] as never;
}

function isOfSameRun(record: ModelRecord, plan: PlanResult | undefined): boolean {
  const [own, planned] = [record.origin?.runId, plan?.origin?.runId];
  return own === undefined || planned === undefined || own === planned;
}

function judgeModel(model: string, given: ModelRecord[], plan: PlanResult | undefined): JudgedModel {
  const planned = plan?.models.find(({ slug }) => slug === model);
  const promised = planned && plan ? plan.expects : [];
  const objections = objectionsTo(given, promised);
  const records = given.map((record) => withObjections(record, objections));
  const verdictOf = (step: ExpectedStep): Verdict =>
    records.find((record) => record.step === step)?.status ??
    (promised.includes(step) ? "missing" : "not-planned");
  const steps = { verify: verdictOf("verify"), build: verdictOf("build"), smoke: verdictOf("smoke") };
  const verdicts = [...Object.values(steps), ...records.map((record) => record.status)];
  return {
    model,
    verdict: worst(verdicts),
    steps,
    records,
    objections,
    ...(planned && { reason: planned.reason }),
  };
}

function worst(verdicts: Verdict[]): Verdict {
  const order: Verdict[] = ["failed", "missing", "passed", "skipped"];
  return order.find((verdict) => verdicts.includes(verdict)) ?? "not-planned";
}

function overall(models: JudgedModel[], plan: PlanResult | undefined): Judgement["verdict"] {
  if (plan?.status === "failed") return "failed";
  if (models.length === 0) return plan ? "passed" : "missing";
  const verdict = worst(models.map((model) => model.verdict));
  return verdict === "not-planned" ? "passed" : verdict;
}
