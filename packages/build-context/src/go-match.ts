/**
 * Go's filepath.Match on a name, which the builder uses where a source of COPY with wildcards meets symbolic links, and to
 * find out whether a pattern is well formed. `problem`: what makes it malformed. It looks no further than it has to: behind a
 * part that does not match, anything may stand.
 */
export function goMatch(pattern: readonly string[], whole: readonly string[]): boolean | { problem: string } {
  let name = whole;
  let at = 0;
  while (at < pattern.length) {
    const start = at;
    while (pattern[at] === "*") at += 1;
    const hasStar = at > start;
    const end = partEnd(pattern, at);
    const part = pattern.slice(at, end);
    at = end;
    if (hasStar && part.length === 0) return !name.includes("/");
    const isLast = at >= pattern.length;
    let rest: readonly string[] | undefined;
    for (let skipped = 0; rest === undefined && skipped <= name.length; skipped++) {
      if (skipped > 0 && (!hasStar || name[skipped - 1] === "/")) break;
      const left = matchPart(part, name.slice(skipped));
      if (left !== undefined && "problem" in left) return left;
      if (left !== undefined && (left.length === 0 || !isLast)) rest = left;
    }
    if (rest === undefined) return false;
    name = rest;
  }
  return name.length === 0;
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
function matchPart(
  part: readonly string[],
  name: readonly string[],
): readonly string[] | undefined | { problem: string } {
  let next = 0;
  let isLost = false;
  for (let at = 0; at < part.length; ) {
    const character = part[at] as string;
    const first = isLost ? undefined : name[next];
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
    if (first === undefined || !isMatch) isLost = true;
    next += 1;
  }
  return isLost ? undefined : name.slice(next);
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
