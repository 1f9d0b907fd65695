import { type CharacterSet, namedSets, readEscape } from "./character-set.ts";

/** One step of a pattern. `deep` is `**` with something after it: any number of whole folders, also none. */
export type Step =
  | { kind: "literal"; character: string }
  /** One character of a set, or any number of them, or none or one. */
  | { kind: "set"; set: CharacterSet; repeats: boolean; optional?: true }
  | { kind: "deep" }
  | { kind: "rest" }
  /** A place and no character: between a word and what is none (`\b`), the beginning or the end. */
  | { kind: "boundary"; negated: boolean }
  | { kind: "start" | "end" };

/** Any characters, line ends too: where an expression is not bound to the beginning, or the end, of the path. */
const anything: Step = { kind: "set", set: { negated: true, ranges: [], tests: [] }, repeats: true };

const one: CharacterSet = { negated: true, ranges: [["/", "/"]], tests: [] };

/**
 * The steps of a pattern that is more than plain text. The builder turns it into a regular expression character by
 * character, a class included, and so do we: within `[ ]` a `*` is `[^/]*`, which ends the class at its bracket. It forgets to
 * escape `|` and `{ }`: the parts between the bars are alternatives, of which only the first is bound to the beginning of the
 * path and only the last to its end (tried with BuildKit 0.25). A sentence where the expression is malformed.
 */
export function patternSteps(characters: readonly string[]): Step[][] | string {
  const expression = asExpression(characters);
  const alternatives: Step[][] = [];
  let steps: Step[] = [];
  for (let at = 0; at < expression.length; ) {
    const character = expression[at] as string;
    at += 1;
    if (character === "|") {
      alternatives.push(steps);
      steps = [];
      continue;
    }
    const repetition = character === "{" ? readRepetition(expression, at) : undefined;
    if (repetition !== undefined) {
      const isRepeated = at > 1 && repeat(steps, repetition);
      if (!isRepeated) return "has a { } that the builder cannot read";
      at = repetition.end;
      continue;
    }
    if (character === deep || character === rest) {
      const kind = character === deep ? "deep" : "rest";
      // Two `**` in a row say no more than one; keeping one keeps matching linear.
      if (steps.at(-1)?.kind !== kind) steps.push({ kind });
    } else if (character === "[") {
      const read = readClass(expression, at);
      if (read === undefined) return "has a character class that the builder cannot read";
      at = read.end;
      const repeats = expression[at] === star;
      if (repeats) at += 1;
      const last = steps.at(-1);
      const isAgain = repeats && last?.kind === "set" && last.repeats && last.set === read.set;
      if (!isAgain) steps.push({ kind: "set", set: read.set, repeats });
    } else if (character === "^") {
      steps.push({ kind: "start" });
    } else if (character === "\\") {
      const meaning = readEscape(expression, at);
      if (meaning === undefined)
        return `has a backslash before ${expression[at]}, which the builder cannot read`;
      at += meaning.length;
      if (meaning.kind === "character") steps.push({ kind: "literal", character: meaning.character });
      else if (meaning.kind === "test")
        steps.push({
          kind: "set",
          set: { negated: false, ranges: [], tests: [meaning.test] },
          repeats: false,
        });
      else if (meaning.kind === "boundary") steps.push(meaning);
      else steps.push({ kind: meaning.kind });
    } else steps.push({ kind: "literal", character });
  }
  alternatives.push(steps);
  const last = alternatives.length - 1;
  return alternatives.map((part, index) => [
    ...(index > 0 ? [anything] : []),
    ...part,
    ...(index < last ? [anything] : []),
  ]);
}

interface Repetition {
  least: number;
  /** Undefined for any number. */
  most: number | undefined;
  end: number;
}

/** `{2}`, `{2,}` and `{2,3}`; any other brace is only a brace. */
function readRepetition(expression: readonly string[], start: number): Repetition | undefined {
  const match = /^(\d{1,9})(,?)(\d{0,9})\}/.exec(expression.slice(start, start + 22).join(""));
  if (match === null) return undefined;
  const [whole, least = "", comma, most = ""] = match;
  if (comma === "" && most !== "") return undefined;
  const bound = most === "" ? undefined : Number(most);
  return { least: Number(least), most: comma === "" ? Number(least) : bound, end: start + whole.length };
}

/** More is refused by the builder. */
const mostRepetitions = 1000;
const maxSteps = 8192;

/** Repeats the last step; false where the builder refuses that. */
function repeat(steps: Step[], { least, most }: Repetition): boolean {
  const last = steps.at(-1);
  const isOne = last?.kind === "literal" || (last?.kind === "set" && !last.repeats && !last.optional);
  if (!isOne || least > mostRepetitions || (most ?? least) > mostRepetitions || (most ?? least) < least)
    return false;
  // The builder has such a limit too, somewhere beyond what any name can have.
  if (steps.length + (most ?? least) > maxSteps) return false;
  const set: CharacterSet =
    last.kind === "set"
      ? last.set
      : { negated: false, ranges: [[last.character, last.character]], tests: [] };
  steps.pop();
  for (let count = 0; count < least; count++) steps.push(last);
  if (most === undefined) steps.push({ kind: "set", set, repeats: true });
  for (let count = least; count < (most ?? 0); count++)
    steps.push({ kind: "set", set, repeats: false, optional: true });
  return true;
}

/** Marks for what is several characters in the expression; no path and no pattern has them. */
const deep = "(.*/)?";
const rest = ".*";
const star = "*";
const anyOne = ["[", "^", "/", "]"];

function asExpression(characters: readonly string[]): string[] {
  const expression: string[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    if (character === "*" && characters[at + 1] === "*") {
      at += characters[at + 2] === "/" ? 2 : 1;
      expression.push(at + 1 >= characters.length ? rest : deep);
    } else if (character === "*") expression.push(...anyOne, star);
    else if (character === "?") expression.push(...anyOne);
    else if (".+()$".includes(character)) expression.push("\\", character);
    else if (character === "\\") {
      const escaped = characters[++at];
      // At the very end it hides the mark that the builder puts there for the end of the path.
      expression.push(character, ...(escaped === undefined ? ["$", rest] : [escaped]));
    } else expression.push(character);
  }
  return expression;
}

function readClass(
  expression: readonly string[],
  start: number,
): { set: CharacterSet; end: number } | undefined {
  let at = start;
  const negated = expression[at] === "^";
  if (negated) at += 1;
  const set: CharacterSet = { negated, ranges: [], tests: [] };
  for (let first = true; first || expression[at] !== "]"; first = false) {
    const name = /^\[:(\^?)([a-z]+):\]/.exec(expression.slice(at, at + 12).join(""));
    if (name) {
      const test = namedSets[name[2] ?? ""];
      if (test === undefined) return undefined;
      const wants = name[1] !== "^";
      set.tests.push((character) => test.test(character) === wants);
      at += name[0].length;
      continue;
    }
    const low = readMember(expression, at, set);
    if (low === undefined) return undefined;
    at = low.end;
    if (low.character === undefined || expression[at] !== "-" || expression[at + 1] === "]") {
      if (low.character !== undefined) set.ranges.push([low.character, low.character]);
      continue;
    }
    const high = readMember(expression, at + 1, set);
    if (high?.character === undefined) return undefined;
    if ((high.character.codePointAt(0) ?? 0) < (low.character.codePointAt(0) ?? 0)) return undefined;
    set.ranges.push([low.character, high.character]);
    at = high.end;
  }
  const isOne =
    negated && set.tests.length === 0 && set.ranges.every(([low, high]) => low === "/" && high === "/");
  return { set: isOne && set.ranges.length > 0 ? one : set, end: at + 1 };
}

/** A character of a class; one that stands for several is put into the set at once. */
function readMember(
  expression: readonly string[],
  at: number,
  set: CharacterSet,
): { character: string | undefined; end: number } | undefined {
  const character = expression[at];
  if (character === undefined) return undefined;
  if (character === deep || character === rest) {
    for (const part of character) set.ranges.push([part, part]);
    return { character: undefined, end: at + 1 };
  }
  if (character !== "\\") return { character, end: at + 1 };
  const meaning = readEscape(expression, at + 1);
  if (meaning?.kind === "character") return { character: meaning.character, end: at + 1 + meaning.length };
  if (meaning?.kind !== "test") return undefined;
  set.tests.push(meaning.test);
  return { character: undefined, end: at + 1 + meaning.length };
}
