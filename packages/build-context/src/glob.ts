import { isInSet } from "./character-set.ts";
import { globExpression } from "./glob-expression.ts";
import { patternProblem } from "./pattern-problem.ts";
import { patternSteps, type Step } from "./pattern-steps.ts";

/**
 * A pattern ready for matching: `head` and `tail` are the literal ends, which rule out most paths at once. Where `plain` is
 * given, the pattern is plain text that is compared as such, with `**` in front of it or behind it, or neither;
 * `name-end`: any folders and then any beginning of a name in front, the commonest of all.
 */
export interface Glob {
  steps: Step[];
  head: string;
  tail: string;
  plain?: { text: string; is: "whole" | "beginning" | "end" | "name-end" };
  /** The number of slashes of every path it matches, where that is fixed. Counting them is cheaper than matching. */
  slashes?: number;
  /** Any of these; `steps` is then all of theirs, and says what matching costs. */
  alternatives?: Glob[];
  /** The same as the steps, where that can be said so. */
  expression?: RegExp;
}

/** Characters of a path that the expression is asked about: its work may grow with the square of them. */
const maxExpressionPath = 1024;

/**
 * Reads a pattern of the builder's language (Go's filepath.Match, and `**`). Gives a sentence where it is malformed,
 * which the builder refuses too. Source of the rules: moby/patternmatcher 0.6, tried with BuildKit 0.25.
 */
export function parseGlob(pattern: string): Glob | string {
  const characters = [...pattern];
  const problem = patternProblem(characters);
  if (problem !== undefined) return problem;
  const plain = plainText(pattern);
  if (plain !== undefined) {
    const { text, is } = plain;
    const steps = [...text].map((character): Step => ({ kind: "literal", character }));
    // `**/x` is also x itself, without the slash.
    const tail = text.startsWith("/") ? text.slice(1) : text;
    if (is === "whole") return { steps, head: text, tail: text, plain };
    return is === "beginning" ? { steps, head: text, tail: "", plain } : { steps, head: "", tail, plain };
  }
  const alternatives = patternSteps(characters);
  if (typeof alternatives === "string") return alternatives;
  const globs = alternatives.map(globOf);
  const [only] = globs;
  if (only && globs.length === 1) return only;
  return { steps: alternatives.flat(), head: "", tail: "", alternatives: globs };
}

function globOf(steps: Step[]): Glob {
  const slashes = slashesOf(steps);
  const expression = globExpression(steps);
  return {
    steps,
    ...literalEnds(steps),
    ...(slashes === undefined ? {} : { slashes }),
    ...(expression === undefined ? {} : { expression }),
  };
}

/** Undefined where a step may take a slash among other characters. */
function slashesOf(steps: readonly Step[]): number | undefined {
  let count = 0;
  for (const step of steps) {
    if (step.kind === "deep" || step.kind === "rest" || (step.kind === "set" && isInSet(step.set, "/")))
      return undefined;
    if (step.kind === "literal" && step.character === "/") count += 1;
  }
  return count;
}

/** How deep a path lies. */
export function slashesIn(path: string): number {
  let count = 0;
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) count += 1;
  return count;
}

/** The text of a pattern without wildcards but a `**` in front or, where there is none, at the end. */
function plainText(pattern: string): Glob["plain"] {
  if (/[?[\]\\]/.test(pattern)) return undefined;
  if (!pattern.includes("*")) return { text: pattern, is: "whole" };
  if (pattern.startsWith("**")) {
    const ending = pattern.startsWith("**/*") ? pattern.slice(4) : "";
    if (ending !== "" && !/[*/]/.test(ending)) return { text: ending, is: "name-end" };
    const text = pattern.slice(2);
    return text.includes("*") ? undefined : { text, is: "end" };
  }
  const match = /^([^*]+)\*\*$/.exec(pattern);
  return match ? { text: match[1] ?? "", is: "beginning" } : undefined;
}

function literalEnds(steps: Step[]): { head: string; tail: string } {
  const text = (some: Step[]): string =>
    some.map((step) => (step.kind === "literal" ? step.character : "")).join("");
  const first = steps.findIndex((step) => step.kind !== "literal");
  if (first < 0) return { head: text(steps), tail: text(steps) };
  const last = steps.findLastIndex((step) => step.kind !== "literal");
  return { head: text(steps.slice(0, first)), tail: text(steps.slice(last + 1)) };
}

/** What is known of a step: it was just reached, or it is a `**` in the middle of a folder's name. */
const reached = 1;
const inside = 2;

/**
 * Whether the whole path matches. All ways through the pattern are followed at once, so that no pattern can make
 * this slower than the product of both lengths.
 */
export function globMatches(glob: Glob, path: string): boolean {
  const { steps, plain } = glob;
  if (plain) {
    if (plain.is === "whole") return path === plain.text;
    if (plain.is === "beginning") return path.startsWith(plain.text);
    // `**` goes over no line end in the folders above.
    if (plain.is === "name-end")
      return path.endsWith(plain.text) && !path.slice(0, path.lastIndexOf("/") + 1).includes("\n");
    return path.endsWith(plain.text) || (plain.text.startsWith("/") && path === plain.text.slice(1));
  }
  if (glob.alternatives) return glob.alternatives.some((one) => globMatches(one, path));
  if (!path.startsWith(glob.head) || !path.endsWith(glob.tail)) return false;
  if (glob.slashes !== undefined && glob.slashes !== slashesIn(path)) return false;
  if (glob.expression && path.length <= maxExpressionPath) return glob.expression.test(path);
  return stepsMatch(steps, path);
}

/** Follows all ways through the steps at once. */
export function stepsMatch(steps: Step[], path: string): boolean {
  const characters = [...path];
  let active = new Uint8Array(steps.length + 1);
  active[0] = reached;
  passEmpty(steps, active, undefined, characters[0]);
  for (const [at, character] of characters.entries()) {
    const next = new Uint8Array(steps.length + 1);
    for (let index = 0; index < steps.length; index++) {
      if (active[index]) advance(steps[index] as Step, character, index, active[index] as number, next);
    }
    passEmpty(steps, next, character, characters[at + 1]);
    active = next;
  }
  return ((active[steps.length] as number) & reached) !== 0;
}

function mark(states: Uint8Array, index: number, state: number): void {
  states[index] = (states[index] as number) | state;
}

function advance(step: Step, character: string, index: number, state: number, next: Uint8Array): void {
  if (step.kind === "rest") {
    if (character !== "\n") mark(next, index, reached);
  } else if (step.kind === "deep") {
    if (character !== "\n") mark(next, index, inside);
    if (character === "/") mark(next, index + 1, reached);
  } else if ((state & reached) === 0) return;
  else if (step.kind === "literal") {
    if (step.character === character) mark(next, index + 1, reached);
  } else if (step.kind === "set" && isInSet(step.set, character))
    mark(next, step.repeats ? index : index + 1, reached);
}

/** Passes the steps that may stand for nothing; a `**` only where it has swallowed nothing yet. */
function passEmpty(
  steps: Step[],
  states: Uint8Array,
  before: string | undefined,
  after: string | undefined,
): void {
  for (let index = 0; index < steps.length; index++) {
    if (((states[index] as number) & reached) === 0) continue;
    if (mayBeEmpty(steps[index] as Step, before, after)) mark(states, index + 1, reached);
  }
}

function mayBeEmpty(step: Step, before: string | undefined, after: string | undefined): boolean {
  if (step.kind === "set") return step.repeats || step.optional === true;
  if (step.kind === "start") return before === undefined;
  if (step.kind === "end") return after === undefined;
  if (step.kind === "boundary") return step.negated === (isWord(before) === isWord(after));
  return step.kind === "rest" || step.kind === "deep";
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[0-9A-Za-z_]/.test(character);
}
