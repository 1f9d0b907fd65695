import type { Stage, Step } from "./stage.ts";

/** The words of the SHELL that holds at each step; undefined for the default. */
export function shellsOf(stages: readonly Stage[]): ReadonlyMap<Step, readonly string[] | undefined> {
  const shells = new Map<Step, readonly string[] | undefined>();
  const ends = new Map<Stage, readonly string[] | undefined>();
  for (const stage of stages) {
    let shell = stage.parent && ends.get(stage.parent);
    for (const step of stage.steps) {
      if (step.instruction.keyword === "SHELL") shell = step.instruction.json;
      shells.set(step, shell);
    }
    ends.set(stage, shell);
  }
  return shells;
}
