/**
 * The line on which each element of the array in a JSON object begins, for JSON text that is known to be well-formed.
 * `JSON.parse` tells no places, and an entry that is out of date must be found by the person who removes it.
 */
export function entryLines(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\n") line += 1;
    else if (character === '"') at = endOfString(text, at);
    else if (character === "{" || character === "[") {
      if (character === "{" && depth === 2) lines.push(line);
      depth += 1;
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return lines;
}

/** JSON strings hold no line ends, so the count of lines goes on behind them. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
