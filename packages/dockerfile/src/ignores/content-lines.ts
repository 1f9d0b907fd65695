/** Which lines say something: neither empty nor a comment. Built once a file, so that looking for the next one costs nothing. */
export interface ContentLines {
  lines: readonly string[];
  /** The number of the first line with content behind line `line`; Infinity where there is none. */
  next(line: number): number;
  /** The number of the last line with content before line `line`; 0 where there is none. */
  previous(line: number): number;
}

export function contentLines(lines: readonly string[], isComment: (line: string) => boolean): ContentLines {
  const before = new Uint32Array(lines.length + 2);
  const behind = new Uint32Array(lines.length + 2);
  const says = lines.map((line) => line.trim() !== "" && !isComment(line));
  for (let line = 1; line <= lines.length; line++)
    before[line + 1] = says[line - 1] ? line : (before[line] ?? 0);
  for (let line = lines.length; line >= 1; line--)
    behind[line - 1] = says[line - 1] ? line : (behind[line] ?? 0);
  return {
    lines,
    next: (line) => behind[line] || Number.POSITIVE_INFINITY,
    previous: (line) => before[line] ?? 0,
  };
}
