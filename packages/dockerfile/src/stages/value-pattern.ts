/** One step of a pattern in `${x#pattern}`: a character as it is, `?` or `*`. Neither wildcard matches a line end. */
type Step = { kind: "literal"; character: string } | { kind: "one" } | { kind: "many" };

/** Reads a pattern; a sentence where the builder refuses it. Only `*`, `?` and the backslash itself may be escaped, and `}` and `/`. */
export function globPattern(written: string): Step[] | string {
  const characters = [...written];
  const steps: Step[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    if (character === "*") {
      if (steps.at(-1)?.kind !== "many") steps.push({ kind: "many" });
    } else if (character === "?") steps.push({ kind: "one" });
    else if (character === "\\") {
      at += 1;
      const escaped = characters[at];
      if (escaped === undefined || !"*?\\}/".includes(escaped))
        return `its pattern has a backslash before ${escaped ?? "its end"}`;
      steps.push({ kind: "literal", character: escaped });
    } else steps.push({ kind: "literal", character });
  }
  return steps;
}

export function withoutPrefix(value: string, pattern: Step[], longest: boolean): string {
  const characters = [...value];
  const end = matchEnds(characters, pattern, longest)[0] ?? -1;
  return end < 0 ? value : characters.slice(end).join("");
}

/** Value and pattern are turned round: what is shortest from the end is then what is shortest from the beginning. */
export function withoutSuffix(value: string, pattern: Step[], longest: boolean): string {
  const characters = [...value].reverse();
  const end = matchEnds(characters, pattern.toReversed(), longest)[0] ?? -1;
  return end < 0 ? value : characters.slice(end).reverse().join("");
}

/** Undefined where the result gets longer than `maxLength`. */
export function replaceMatches(
  value: string,
  pattern: Step[],
  replacement: string,
  every: boolean,
  maxLength: number,
): string | undefined {
  const characters = [...value];
  const ends = matchEnds(characters, pattern, true);
  const out: string[] = [];
  let length = 0;
  let lastEnd = -1;
  let at = 0;
  let done = false;
  while (at <= characters.length) {
    const end = done ? -1 : (ends[at] ?? -1);
    // Nothing is matched once more right behind a match.
    if (end > at || (end === at && at !== lastEnd)) {
      const text = every ? fillIn(replacement, characters.slice(at, end).join("")) : replacement;
      out.push(text);
      length += text.length;
      lastEnd = end;
      done = !every;
    }
    if (end > at) at = end;
    else {
      out.push(characters[at] ?? "");
      length += 1;
      at += 1;
    }
    if (length > maxLength) return undefined;
  }
  return out.join("");
}

/** Where every match is replaced, the builder reads `$0` and `${0}` in the replacement as the match, other names as nothing. */
function fillIn(replacement: string, match: string): string {
  if (!replacement.includes("$")) return replacement;
  return replacement.replace(/\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu, (all, braced, plain) => {
    if (all === "$$") return "$";
    return (braced ?? plain) === "0" ? match : "";
  });
}

/**
 * For every place of the value where a match of the pattern ends that begins there, the longest or the shortest; -1 for
 * none. Filled from the last step to the first, so that no pattern costs more than the product of both lengths.
 */
function matchEnds(value: string[], pattern: Step[], longest: boolean): Int32Array {
  const size = value.length + 1;
  let ends = Int32Array.from({ length: size }, (_, index) => index);
  for (const step of pattern.toReversed()) {
    const before = new Int32Array(size).fill(-1);
    for (let at = value.length; at >= 0; at--) {
      const character = value[at];
      const isPlain = character !== undefined && character !== "\n";
      if (step.kind === "many") {
        const now = ends[at] as number;
        const later = isPlain ? (before[at + 1] as number) : -1;
        before[at] = longest ? (later >= 0 ? later : now) : now >= 0 ? now : later;
      } else if (step.kind === "one" ? isPlain : character === step.character)
        before[at] = ends[at + 1] as number;
    }
    ends = before;
  }
  return ends;
}
