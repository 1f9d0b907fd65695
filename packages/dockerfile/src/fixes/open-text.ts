/**
 * A text opened for edits: without its byte order mark, and with a line end behind its last line whether or not the file
 * has one, so that a line can be added behind the last and the last can be removed like any other.
 */
export interface OpenText {
  text: string;
  /** Where each line begins, and one more: the end of the text. */
  starts: readonly number[];
  /** What most lines end with; it goes into what is inserted. */
  lineEnd: "\n" | "\r\n";
  mark: "" | "\uFEFF";
  /** The line end that was added. */
  added: "" | "\n" | "\r\n";
  /** Whether it came with marks for bytes that are no UTF-8: written again, the file would hold something else. */
  isDamaged: boolean;
}

export function openText(source: string): OpenText {
  const mark = source.startsWith("\uFEFF") ? "\uFEFF" : "";
  const bare = source.slice(mark.length);
  const starts = [0];
  let windows = 0;
  for (let at = bare.indexOf("\n"); at >= 0; at = bare.indexOf("\n", at + 1)) {
    if (bare[at - 1] === "\r") windows += 1;
    starts.push(at + 1);
  }
  const lineEnd = windows > (starts.length - 1) / 2 ? "\r\n" : "\n";
  const added = bare === "" || bare.endsWith("\n") ? "" : lineEnd;
  if (added !== "") starts.push(bare.length + added.length);
  return { text: bare + added, starts, lineEnd, mark, added, isDamaged: source.includes("\uFFFD") };
}

/** The file's text again. A file without a line end at its end still has none. */
export function closeText({ mark, added }: OpenText, text: string): string {
  return mark + (added !== "" && text.endsWith(added) ? text.slice(0, -added.length) : text);
}

/** Undefined for a place outside the text. Behind the last line there is one more, of which column 1 exists. */
export function offsetOf({ text, starts }: OpenText, line: number, column: number): number | undefined {
  const start = starts[line - 1];
  if (start === undefined || column < 1) return undefined;
  const next = starts[line];
  let end = next === undefined ? text.length : next - 1;
  if (next !== undefined && end > start && text[end - 1] === "\r") end -= 1;
  const offset = start + column - 1;
  return Number.isInteger(offset) && offset <= end ? offset : undefined;
}
