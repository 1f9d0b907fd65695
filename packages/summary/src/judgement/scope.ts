import { count, plural } from "../text/units.ts";
import type { Judgement } from "./judge.ts";
import type { StepOfModel, Tally } from "./tally.ts";

/** What a sentence counts: the steps that were promised, or all of them where no promise was made, and the rest. */
export interface Scope {
  counted: StepOfModel[];
  isCounted: (step: StepOfModel) => boolean;
  /** Such as `planned verify step`. */
  unit: string;
  models: string[];
  /** Records of steps that the plan did not promise, beside those that it did. */
  beyond: StepOfModel[];
}

/** A record that nobody planned must neither swell the promise nor hide in it. */
export function scopeOf({ plan, models }: Judgement, { all, missing }: Tally): Scope {
  const hasPlanned = all.some(({ isPlanned }) => isPlanned);
  const isCounted = (step: StepOfModel): boolean => step.isPlanned || !hasPlanned;
  const counted = all.filter(isCounted);
  const kinds = new Set(counted.map(({ step }) => step));
  const noun = kinds.size === 1 && missing.length === 0 ? `${[...kinds][0]} step` : "step";
  const kind = hasPlanned ? "planned " : plan ? "unplanned " : "";
  const counts = new Set(counted.map(({ model }) => model));
  return {
    counted,
    isCounted,
    unit: `${kind}${noun}`,
    models: models.map(({ model }) => model).filter((model) => counts.has(model)),
    beyond: all.filter((step) => !isCounted(step)),
  };
}

/** Such as "2 of 15 planned steps and 1 of 2 more", for some of the steps in scope. */
export function shareOf(some: readonly StepOfModel[], { counted, isCounted, unit, beyond }: Scope): string {
  const inside = some.filter(isCounted).length;
  const outside = some.length - inside;
  const own = `${count(inside)} of ${plural(counted.length, unit)}`;
  if (outside === 0) return own;
  if (inside === 0) return `${count(outside)} of ${plural(beyond.length, "step")} beyond the plan`;
  return `${own} and ${count(outside)} of ${count(beyond.length)} more`;
}
