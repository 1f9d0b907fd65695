import type { CharacterSet } from "./character-set.ts";
import type { Step } from "./pattern-steps.ts";

/** Steps that may swallow any number of characters; with each one more, a path that does not match costs its length again. */
const maxOpenSteps = 2;

/**
 * The steps as an expression of this language, which is some thirty times faster than following them one by one; undefined
 * where they say what has no counterpart here, or where going back and forth could take long.
 */
export function globExpression(steps: readonly Step[]): RegExp | undefined {
  let source = "";
  let openSteps = 0;
  for (const step of steps) {
    if (step.kind === "deep" || step.kind === "rest" || (step.kind === "set" && step.repeats)) openSteps += 1;
    const part = partOf(step);
    if (part === undefined || openSteps > maxOpenSteps) return undefined;
    source += part;
  }
  return new RegExp(`^${source}$`, "u");
}

function partOf(step: Step): string | undefined {
  if (step.kind === "literal") return escaped(step.character);
  // As in the builder, a line end is no part of what `**` stands for.
  if (step.kind === "deep") return "(?:[^\\n]*/)?";
  if (step.kind === "rest") return "[^\\n]*";
  if (step.kind !== "set" || step.set.tests.length > 0) return undefined;
  const set = classOf(step.set);
  return set && set + (step.repeats ? "*" : step.optional ? "?" : "");
}

function classOf({ negated, ranges }: CharacterSet): string | undefined {
  if (ranges.length === 0) return negated ? "[^]" : undefined;
  return `[${negated ? "^" : ""}${ranges.map(([low, high]) => `${escaped(low)}-${escaped(high)}`).join("")}]`;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
