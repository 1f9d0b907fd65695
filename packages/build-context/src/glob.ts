/** One step of a pattern. `deep` is `**` with something after it: any number of whole folders, also none. */
type Step =
  | { kind: "literal"; character: string }
  | { kind: "one" }
  | { kind: "many" }
  | { kind: "deep" }
  | { kind: "rest" }
  | { kind: "class"; negated: boolean; ranges: [low: string, high: string][] };

/** A pattern ready for matching: `head` and `tail` are the literal ends, which rule out most paths at once. */
export interface Glob {
  steps: Step[];
  head: string;
  tail: string;
}

/**
 * Reads a pattern of the builder's language (Go's filepath.Match, and `**`). Gives a sentence where it is malformed,
 * which the builder refuses too.
 */
export function parseGlob(pattern: string): Glob | string {
  const characters = [...pattern];
  const steps: Step[] = [];
  let at = 0;
  while (at < characters.length) {
    const character = characters[at++] as string;
    if (character === "*") {
      if (characters[at] !== "*") {
        if (steps.at(-1)?.kind !== "many") steps.push({ kind: "many" });
        continue;
      }
      at++;
      if (characters[at] === "/") at++;
      // Two `**` in a row say no more than one; keeping one keeps matching linear.
      if (at >= characters.length) steps.push({ kind: "rest" });
      else if (steps.at(-1)?.kind !== "deep") steps.push({ kind: "deep" });
    } else if (character === "?") {
      steps.push({ kind: "one" });
    } else if (character === "\\") {
      const escaped = characters[at++];
      if (escaped === undefined) return "ends in a backslash that escapes nothing";
      steps.push({ kind: "literal", character: escaped });
    } else if (character === "[") {
      const read = readClass(characters, at);
      if (read === undefined) return "has a [ without a well-formed character class";
      steps.push(read.step);
      at = read.end;
    } else {
      steps.push({ kind: "literal", character });
    }
  }
  return { steps, ...literalEnds(steps) };
}

function readClass(characters: string[], start: number): { step: Step; end: number } | undefined {
  let at = start;
  const negated = characters[at] === "^";
  if (negated) at++;
  const ranges: [string, string][] = [];
  const next = (): string | undefined => {
    const character = characters[at++];
    if (character === undefined || character === "-" || character === "]") return undefined;
    return character === "\\" ? characters[at++] : character;
  };
  while (characters[at] !== "]" || ranges.length === 0) {
    const low = next();
    if (low === undefined) return undefined;
    let high: string | undefined = low;
    if (characters[at] === "-") {
      at++;
      high = next();
    }
    if (high === undefined || at >= characters.length) return undefined;
    ranges.push([low, high]);
  }
  return { step: { kind: "class", negated, ranges }, end: at + 1 };
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
  if (!path.startsWith(glob.head) || !path.endsWith(glob.tail)) return false;
  const { steps } = glob;
  if (glob.head.length > 0 && steps.every((step) => step.kind === "literal")) return path === glob.head;
  let active = new Uint8Array(steps.length + 1);
  active[0] = reached;
  passEmpty(steps, active);
  for (const character of path) {
    const next = new Uint8Array(steps.length + 1);
    for (let index = 0; index < steps.length; index++) {
      if (active[index]) advance(steps[index] as Step, character, index, next);
    }
    passEmpty(steps, next);
    active = next;
  }
  return active[steps.length] === reached;
}

function mark(states: Uint8Array, index: number, state: number): void {
  states[index] = (states[index] as number) | state;
}

function advance(step: Step, character: string, index: number, next: Uint8Array): void {
  if (step.kind === "rest") mark(next, index, reached);
  else if (step.kind === "many") {
    if (character !== "/") mark(next, index, reached);
  } else if (step.kind === "deep") {
    mark(next, index, inside);
    if (character === "/") mark(next, index + 1, reached);
  } else if (accepts(step, character)) mark(next, index + 1, reached);
}

function accepts(step: Step, character: string): boolean {
  if (step.kind === "literal") return step.character === character;
  if (step.kind === "one") return character !== "/";
  if (step.kind !== "class") return false;
  return step.negated !== step.ranges.some(([low, high]) => low <= character && character <= high);
}

/** Passes the steps that may stand for nothing; a `**` only where it has swallowed nothing yet. */
function passEmpty(steps: Step[], states: Uint8Array): void {
  for (let index = 0; index < steps.length; index++) {
    const kind = steps[index]?.kind;
    const mayBeEmpty = kind === "many" || kind === "rest" || kind === "deep";
    if (mayBeEmpty && (states[index] as number) & reached) mark(states, index + 1, reached);
  }
}
