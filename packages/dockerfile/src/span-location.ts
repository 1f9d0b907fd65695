import type { Location } from "@mia/step-result";
import { type Image, locate } from "./image.ts";
import type { Position } from "./syntax/spanned-text.ts";

/** Something that stands in a file: a word, an assignment, an instruction. */
export interface Standing {
  position: Position;
  /** Behind its last character; undefined where it does not stand in the file as it is. */
  end?: Position | undefined;
}

/** A stretch of the Dockerfile, for findings to underline. */
export function atSpan({ source }: Pick<Image, "source">, span: Standing, note?: string): Location {
  return locateSpan(source.dockerfile.path, span, note);
}

/** The same in any file. */
export function locateSpan(file: string, { position, end }: Standing, note?: string): Location {
  const start = locate(file, position, note);
  return end === undefined ? start : { ...start, endLine: end.line, endColumn: end.column };
}

/** One line of a file, from a column up to another; both count from 1, `to` is not included. */
export function locateInLine(file: string, line: number, from: number, to: number, note?: string): Location {
  return locateSpan(file, { position: { line, column: from }, end: { line, column: to } }, note);
}
