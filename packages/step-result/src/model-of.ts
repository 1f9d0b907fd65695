import type { StepResult } from "./step-result.ts";

/** The model a record speaks of; plan and report speak of all models and have none, and so has a verify of plain Dockerfiles. */
export function modelOf(result: StepResult): string | undefined {
  return "model" in result ? result.model : undefined;
}
