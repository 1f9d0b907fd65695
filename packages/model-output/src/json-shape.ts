/** Deeper than any tensor or evidence in an honest answer. */
const maxDepth = 32;

/**
 * Undefined, or why a text is not worth parsing. Looks at brackets outside strings only, in one pass, so that nesting
 * is bounded before any parser or schema walks it.
 */
export function jsonShapeProblem(text: string): string | undefined {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x22) index = endOfString(text, index);
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > maxDepth) return `it is nested deeper than ${maxDepth} levels`;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return undefined;
}

/** The index of the closing quote, or of the text's end. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === 0x5c) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
