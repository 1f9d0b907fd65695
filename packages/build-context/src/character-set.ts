/** A set of characters as Go's regular expressions have it. */
export interface CharacterSet {
  negated: boolean;
  ranges: [low: string, high: string][];
  /** `\d`, `\W`, `\pL` and the like. */
  tests: ((character: string) => boolean)[];
}

export function isInSet({ negated, ranges, tests }: CharacterSet, character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  const isIn =
    ranges.some(([low, high]) => (low.codePointAt(0) ?? 0) <= point && point <= (high.codePointAt(0) ?? 0)) ||
    tests.some((test) => test(character));
  return negated !== isIn;
}

export type Escape =
  | { kind: "character"; character: string; length: number }
  | { kind: "test"; test: (character: string) => boolean; length: number }
  | { kind: "boundary"; negated: boolean; length: number }
  | { kind: "start" | "end"; length: number };

const controls: Record<string, string> = { a: "\x07", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };
const tests: Record<string, RegExp> = {
  d: /[0-9]/,
  D: /[^0-9]/,
  s: /[\t\n\f\r ]/,
  S: /[^\t\n\f\r ]/,
  w: /[0-9A-Za-z_]/,
  W: /[^0-9A-Za-z_]/,
};

/**
 * What a backslash means before a letter or digit: the builder hands it on to a regular expression, so `\d` is a digit
 * there. Undefined for what Go's package regexp refuses. `length` counts the characters behind the backslash.
 */
export function readEscape(characters: readonly string[], at: number): Escape | undefined {
  const character = characters[at] ?? "";
  const control = controls[character];
  if (control !== undefined) return { kind: "character", character: control, length: 1 };
  const test = tests[character];
  if (test !== undefined) return { kind: "test", test: (one) => test.test(one), length: 1 };
  if (character === "b" || character === "B")
    return { kind: "boundary", negated: character === "B", length: 1 };
  if (character === "A") return { kind: "start", length: 1 };
  if (character === "z") return { kind: "end", length: 1 };
  if (character === "x") return readHexadecimal(characters.slice(at + 1, at + 12).join(""));
  if (character === "0") {
    const digits = /^[0-7]{1,3}/.exec(characters.slice(at, at + 3).join(""))?.[0] ?? "0";
    return point(Number.parseInt(digits, 8), digits.length);
  }
  if (character === "p" || character === "P")
    return readProperty(character === "P", characters.slice(at + 1, at + 40).join(""));
  return /[0-9A-Za-z]/.test(character) || character > "\x7f"
    ? undefined
    : { kind: "character", character, length: 1 };
}

function readHexadecimal(text: string): Escape | undefined {
  const match = /^(?:\{([0-9A-Fa-f]{1,8})\}|([0-9A-Fa-f]{2}))/.exec(text);
  return match ? point(Number.parseInt(match[1] ?? match[2] ?? "", 16), 1 + match[0].length) : undefined;
}

function point(code: number, length: number): Escape | undefined {
  return code > 0x10ffff ? undefined : { kind: "character", character: String.fromCodePoint(code), length };
}

function readProperty(negated: boolean, text: string): Escape | undefined {
  const match = /^(?:\{(\^?)(\w+)\}|([A-Z]))/.exec(text);
  const name = match?.[2] ?? match?.[3];
  if (match === null || name === undefined) return undefined;
  const wants = negated === (match[1] === "^");
  for (const property of [name, `Script=${name}`]) {
    try {
      const expression = new RegExp(`\\p{${property}}`, "u");
      return { kind: "test", test: (one) => expression.test(one) === wants, length: 1 + match[0].length };
    } catch {
      // It may be the name of a script; else nobody knows it.
    }
  }
  return undefined;
}

/** `[:alpha:]` and its like inside a class. */
export const namedSets: Record<string, RegExp> = {
  alnum: /[0-9A-Za-z]/,
  alpha: /[A-Za-z]/,
  ascii: /\p{ASCII}/u,
  blank: /[\t ]/,
  cntrl: /(?=\p{ASCII})\p{Cc}/u,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t\n\v\f\r ]/,
  upper: /[A-Z]/,
  word: /[0-9A-Za-z_]/,
  xdigit: /[0-9A-Fa-f]/,
};
