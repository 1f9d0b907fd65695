import type { StepResult } from "@mia/step-result";
import { isUnproven } from "./evidence.ts";
import { type JudgedModel, type Judgement, type ModelRecord, plannedSteps } from "./judge.ts";

/** One step of one model, as a sentence names it. */
export interface StepOfModel {
  model: string;
  step: string;
  /** True where a plan promised this step of this model. */
  isPlanned: boolean;
  record?: ModelRecord;
}

/** The steps of a judgement, counted by what became of them. */
export interface Tally {
  /** Those with a record and those that are missing one. */
  all: StepOfModel[];
  failed: StepOfModel[];
  missing: StepOfModel[];
  skipped: StepOfModel[];
  standIns: ModelRecord[];
  /** Passed, but nothing says whether they saw the real image. */
  unproven: StepOfModel[];
  warnings: number;
}

export function tally({ models, plan }: Judgement): Tally {
  const present = models.flatMap(({ model, records, reason }) =>
    records.map((record) => {
      const isPlanned = reason !== undefined && plan?.expects.some((step) => step === record.step) === true;
      return { model, step: record.step, isPlanned, record };
    }),
  );
  const missing = models.flatMap(missingOf);
  const withStatus = (status: StepResult["status"]): StepOfModel[] =>
    present.filter(({ record }) => record.status === status);
  const records = present.map(({ record }) => record);
  return {
    all: [...present, ...missing],
    failed: withStatus("failed"),
    missing,
    skipped: withStatus("skipped"),
    standIns: records.filter((record) => record.evidence === "stand-in"),
    unproven: present.filter(({ record }) => isUnproven(record)),
    warnings: records.reduce((sum, { findings }) => sum + countOf(findings, "warning"), 0),
  };
}

function missingOf({ model, steps }: JudgedModel): StepOfModel[] {
  const missing = plannedSteps.filter((step) => steps[step] === "missing");
  return missing.map((step) => ({ model, step, isPlanned: true }));
}

/** How many findings have this severity. */
export function countOf(findings: StepResult["findings"], severity: "error" | "warning" | "info"): number {
  return findings.reduce((sum, finding) => sum + (finding.severity === severity ? 1 : 0), 0);
}
