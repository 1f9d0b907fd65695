import type { Finding, Fix } from "@mia/step-result";
import { type OpenText, offsetOf } from "./open-text.ts";

/** An edit by the offsets in the opened text; `text` has the file's own line ends. */
export interface PlacedEdit {
  file: string;
  start: number;
  end: number;
  text: string;
}

/** A finding's fix, ready to be applied. `edits` are in the order of their places. */
export interface PlacedFix {
  finding: Finding;
  edits: PlacedEdit[];
}

/** A fix in the opened files, or in half a sentence why it cannot be applied. */
export function placeFix(
  finding: Finding,
  fix: Fix,
  files: ReadonlyMap<string, OpenText>,
): PlacedFix | { why: string } {
  const edits: PlacedEdit[] = [];
  for (const { file, line, column, endLine, endColumn, text } of fix.edits) {
    const open = files.get(file);
    if (open === undefined) return { why: `it would change ${file.slice(0, 200)}, which was not given` };
    if (open.isDamaged) return { why: `${file.slice(0, 200)} holds bytes that are no UTF-8` };
    const start = offsetOf(open, line, column);
    const end = offsetOf(open, endLine, endColumn);
    if (start === undefined || end === undefined || end < start)
      return { why: `it names a place that ${file.slice(0, 200)} does not have` };
    edits.push({ file, start, end, text: text.replace(/\r?\n/g, open.lineEnd) });
  }
  edits.sort(byPlace);
  const overlap = edits.some((edit, index) => {
    const next = edits[index + 1];
    return next !== undefined && next.file === edit.file && next.start < edit.end;
  });
  if (overlap) return { why: "its own edits overlap" };
  if (edits.every((edit) => files.get(edit.file)?.text.slice(edit.start, edit.end) === edit.text))
    return { why: "it changes nothing" };
  return { finding, edits };
}

export function byPlace(a: PlacedEdit, b: PlacedEdit): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}

/** The text with edits done that are in order and do not overlap. */
export function edited(text: string, edits: readonly PlacedEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
