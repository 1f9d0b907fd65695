import { modelOf } from "./model-of.ts";
import type { StepResult } from "./step-result.ts";

/** One file per step and model, named from these alone, so that a re-run replaces its own record and no other. */
export function resultFileName(result: StepResult): string {
  const model = modelOf(result);
  return model === undefined ? `step-result-${result.step}.json` : `step-result-${result.step}-${model}.json`;
}

/** True for names `resultFileName` can have made. */
export function isResultFileName(name: string): boolean {
  return /^step-result-(?:plan|report|verify|(?:verify|build|smoke|lock)-[a-z0-9-]{1,63})\.json$/.test(name);
}
