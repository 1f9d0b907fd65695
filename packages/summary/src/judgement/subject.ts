import { modelOf, type Step, type StepResult } from "@mia/step-result";

/** A record of one model, or of the Dockerfiles that belong to none; plan and report speak of all of them. */
export type ModelRecord = Extract<StepResult, { step: Exclude<Step, "plan" | "report"> }>;

export function isModelRecord(record: StepResult): record is ModelRecord {
  return record.step !== "plan" && record.step !== "report";
}

/** The row a record belongs to. No slug has a capital letter, so that no model is called like this. */
export function subjectOf(record: ModelRecord): string {
  const model = modelOf(record);
  if (model !== undefined) return model;
  const folder = record.step === "verify" ? record.folder : "";
  return folder === "" || folder === "." ? "Dockerfiles" : `Dockerfiles in ${folder}`;
}

/** Such as `maptr smoke`; a step over all models has its own name only. */
export function stepName(record: StepResult): string {
  return isModelRecord(record) ? `${subjectOf(record)} ${record.step}` : record.step;
}
