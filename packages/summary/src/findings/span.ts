import type { Location } from "@mia/step-result";

/** The part of one line that a location covers, as UTF-16 offsets into it; `end` is behind the last. */
export interface Span {
  start: number;
  end: number;
}

type Place = Pick<Location, "line" | "column" | "endLine" | "endColumn">;

/**
 * What a location covers of its first line: from the column to the end column, or to the end of the line where the place
 * goes on below. A column without an end means the word that begins there; no column at all means the whole line without its indentation.
 */
export function firstSpan({ line, column, endLine = line, endColumn }: Place, text: string): Span {
  if (column === undefined) return wholeLine(text);
  const start = Math.min(column - 1, text.length);
  const goesOn = endLine > line;
  const end = goesOn ? wholeLine(text).end : endColumn === undefined ? wordEnd(text, start) : endColumn - 1;
  return { start, end: Math.min(Math.max(end, start + 1), Math.max(text.length, start + 1)) };
}

/** Behind the word at an offset. A quote goes on to its end, where that stands on the same line. */
function wordEnd(text: string, start: number): number {
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const closing = text.indexOf(quote, start + 1);
    if (closing > 0) return closing + 1;
  }
  const length = text.slice(start).search(/\s/);
  return length < 0 ? text.length : start + length;
}

/** How far a location reaches into its last line; everything up to there is covered. */
export function lastEnd({ endColumn }: Place, text: string): number {
  return endColumn === undefined
    ? wholeLine(text).end
    : Math.min(Math.max(endColumn - 1, 1), text.length + 1);
}

function wholeLine(text: string): Span {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return end > start ? { start, end } : { start: 0, end: Math.max(1, text.length) };
}
