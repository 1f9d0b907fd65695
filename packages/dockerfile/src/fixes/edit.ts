import type { Edit, Fix } from "@mia/step-result";
import type { Image, SourceFile } from "../image.ts";
import type { Position, SpannedText } from "../syntax/spanned-text.ts";

/** A file as edits see it: its lines without line ends, and without a byte order mark before the first. */
export interface EditableFile {
  path: string;
  lines: readonly string[];
}

/** A stretch of one file, such as a location with its end. Without an end it is empty, and an edit there inserts. */
export interface Span extends Position {
  file: string;
  endLine?: number | undefined;
  endColumn?: number | undefined;
}

export function editableDockerfile({
  source,
  dockerfile,
}: Pick<Image, "source" | "dockerfile">): EditableFile {
  return { path: source.dockerfile.path, lines: dockerfile.lines };
}

/** Any other file: requirements.txt, .dockerignore, a script. */
export function editableFile({ path, text }: SourceFile): EditableFile {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return { path, lines };
}

/** In `text` a line ends with `\n`; it is written as the file writes its own line ends. */
export function replaceSpan(span: Span, text: string): Edit {
  const { file, line, column, endLine = line, endColumn = endLine === line ? column : 1 } = span;
  return { file, line, column, endLine, endColumn, text };
}

/** Puts text in front of the character at a position. */
export function insertAt(file: Pick<EditableFile, "path">, { line, column }: Position, text: string): Edit {
  return { file: file.path, line, column, endLine: line, endColumn: column, text };
}

/** One line or several, each ending with `\n` or, the last one, without. The number may be one behind the last line's. */
export function insertLineAbove(file: Pick<EditableFile, "path">, line: number, text: string): Edit {
  return insertAt(file, { line, column: 1 }, text.endsWith("\n") ? text : `${text}\n`);
}

/** For the line behind an instruction take its `endLine`: that is behind its heredocs. */
export function insertLineBelow(file: Pick<EditableFile, "path">, line: number, text: string): Edit {
  return insertLineAbove(file, line + 1, text);
}

/** With their line ends. */
export function removeLines(file: Pick<EditableFile, "path">, first: number, last = first): Edit {
  return { file: file.path, line: first, column: 1, endLine: last + 1, endColumn: 1, text: "" };
}

export const removeLine = (file: Pick<EditableFile, "path">, line: number): Edit => removeLines(file, line);

/** Lines by others; `text` may have any number of them, and its last may lack the line end. */
export function replaceLines(
  file: Pick<EditableFile, "path">,
  first: number,
  last: number,
  text: string,
): Edit {
  return { ...removeLines(file, first, last), text: text === "" || text.endsWith("\n") ? text : `${text}\n` };
}

/**
 * A word by another. Undefined where the file does not hold the word as such at its place, for it goes on over a
 * continued line or was made from other text: then there is no fix.
 */
export function replaceWord(
  file: EditableFile,
  word: { text: string; position: Position },
  text: string,
): Edit | undefined {
  const { line, column } = word.position;
  const written = file.lines[line - 1]?.slice(column - 1, column - 1 + word.text.length);
  if (written !== word.text || word.text === "") return undefined;
  return replaceSpan(
    { file: file.path, line, column, endLine: line, endColumn: column + word.text.length },
    text,
  );
}

/** The characters `from` up to `to` of an instruction's body, where they stand on one line as they read; else undefined. */
export function replacePart(
  file: EditableFile,
  body: SpannedText,
  from: number,
  to: number,
  text: string,
): Edit | undefined {
  const position = body.positionAt(from);
  if (from === to) return insertAt(file, position, text);
  return replaceWord(file, { text: body.text.slice(from, to), position }, text);
}

/** The white space a line begins with, for lines put beside it. */
export function indentOf(file: EditableFile, line: number): string {
  return /^\s*/.exec(file.lines[line - 1] ?? "")?.[0] ?? "";
}

/**
 * A fix, to be spread into a report: `{ message, ..., ...fixOf("Pin it", "safe", replaceWord(...)) }`. Without all of its
 * edits it is none: half a repair is worse than a finding.
 */
export function fixOf(
  title: string,
  safety: Fix["safety"],
  ...edits: (Edit | undefined)[]
): { fix: Fix } | Record<never, never> {
  const all = edits.filter((edit) => edit !== undefined);
  return all.length === edits.length && all.length > 0 ? { fix: { title, safety, edits: all } } : {};
}
