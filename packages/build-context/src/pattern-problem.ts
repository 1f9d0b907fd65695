/**
 * What makes a pattern malformed to the builder before it looks at any path; undefined where nothing does. It asks Go's
 * filepath.Match whether the pattern matches ".", and that looks no further than it has to: behind a part that does not
 * match, anything may stand.
 */
export function patternProblem(characters: readonly string[]): string | undefined {
  let name = ".";
  let at = 0;
  while (at < characters.length) {
    const start = at;
    while (characters[at] === "*") at += 1;
    const hasStar = at > start;
    const end = partEnd(characters, at);
    const part = characters.slice(at, end);
    at = end;
    if (hasStar && part.length === 0) return undefined;
    const isLast = at >= characters.length;
    const names = hasStar && name !== "" ? [name, ""] : [name];
    let rest: string | undefined;
    for (const one of names) {
      const left = matchPart(part, one);
      if (typeof left === "object") return left.problem;
      if (left !== undefined && (left === "" || !isLast)) {
        rest = left;
        break;
      }
    }
    if (rest === undefined) return undefined;
    name = rest;
  }
  return undefined;
}

/** Where the part ends that begins at `start`: at the next star outside a class. */
function partEnd(characters: readonly string[], start: number): number {
  let isClass = false;
  let at = start;
  for (; at < characters.length; at++) {
    const character = characters[at];
    if (character === "\\") at += 1;
    else if (character === "[") isClass = true;
    else if (character === "]") isClass = false;
    else if (character === "*" && !isClass) break;
  }
  return Math.min(at, characters.length);
}

/** What is left of the name behind a part without stars; undefined where it does not match. The whole part is read. */
function matchPart(part: readonly string[], name: string): string | undefined | { problem: string } {
  let left: string | undefined = name;
  for (let at = 0; at < part.length; ) {
    const character = part[at] as string;
    const first: string | undefined = left?.[0];
    let isMatch: boolean;
    at += 1;
    if (character === "[") {
      const read = readClass(part, at, first);
      if (read === undefined) return { problem: "has a [ without a well-formed character class" };
      at = read.end;
      isMatch = read.isIn;
    } else if (character === "\\") {
      if (at >= part.length) return { problem: "ends in a backslash that escapes nothing" };
      isMatch = part[at] === first;
      at += 1;
    } else isMatch = character === "?" ? first !== undefined && first !== "/" : character === first;
    left = left !== undefined && first !== undefined && isMatch ? left.slice(1) : undefined;
  }
  return left;
}

function readClass(
  part: readonly string[],
  start: number,
  character: string | undefined,
): { end: number; isIn: boolean } | undefined {
  let at = start;
  const negated = part[at] === "^";
  if (negated) at += 1;
  let isIn = false;
  const next = (): string | undefined => {
    const one = part[at++];
    if (one === undefined || one === "-" || one === "]") return undefined;
    return one === "\\" ? part[at++] : one;
  };
  for (let first = true; first || part[at] !== "]"; first = false) {
    const low = next();
    if (low === undefined) return undefined;
    let high: string | undefined = low;
    if (part[at] === "-") {
      at += 1;
      high = next();
    }
    if (high === undefined || at >= part.length) return undefined;
    if (character !== undefined && low <= character && character <= high) isIn = true;
  }
  return { end: at + 1, isIn: isIn !== negated };
}
