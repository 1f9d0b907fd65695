import type { StepResult } from "@mia/step-result";
import { type JudgedModel, type Judgement, type ModelRecord, plannedSteps } from "./judge.ts";

/** One step of one model, as a sentence names it. */
export interface StepOfModel {
  model: string;
  step: string;
  record?: ModelRecord;
}

/** The steps of a judgement, counted by what became of them. */
export interface Tally {
  total: number;
  failed: StepOfModel[];
  missing: StepOfModel[];
  skipped: StepOfModel[];
  standIns: ModelRecord[];
  warnings: number;
}

export function tally({ models }: Judgement): Tally {
  const present = models.flatMap((model) => model.records);
  const missing = models.flatMap(missingOf);
  const withStatus = (status: StepResult["status"]): StepOfModel[] =>
    present
      .filter((record) => record.status === status)
      .map((record) => ({ model: record.model, step: record.step, record }));
  return {
    total: present.length + missing.length,
    failed: withStatus("failed"),
    missing,
    skipped: withStatus("skipped"),
    standIns: present.filter((record) => record.evidence === "stand-in"),
    warnings: present.reduce((sum, { findings }) => sum + countOf(findings, "warning"), 0),
  };
}

function missingOf({ model, steps }: JudgedModel): StepOfModel[] {
  return plannedSteps.filter((step) => steps[step] === "missing").map((step) => ({ model, step }));
}

/** How many findings have this severity. */
export function countOf(findings: StepResult["findings"], severity: "error" | "warning" | "info"): number {
  return findings.reduce((sum, finding) => sum + (finding.severity === severity ? 1 : 0), 0);
}
