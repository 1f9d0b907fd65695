import { endsWithBackslash, lastCommandLine } from "./command-lines.ts";
import { contentLines } from "./content-lines.ts";
import type { FileKind } from "./file-kind.ts";
import { type PlaceComment, wholeFile } from "./ignored-lines.ts";

type LineKind = Exclude<FileKind, "dockerfile">;

/** Kinds in which a comment may stand behind something else on its line. */
export function hasCommentsAtEnd(kind: FileKind): boolean {
  return kind === "requirements" || kind === "model";
}

/** Where comments of other files count: on the line above, and, where the format knows it, at the end of the line. */
export function lineComments(lines: readonly string[], kind: LineKind): PlaceComment {
  // A # with white space before it begins a pattern in .dockerignore, not a comment.
  const isComment = (line: string): boolean =>
    (kind === "dockerignore" ? line : line.trimStart()).startsWith("#");
  const content = contentLines(lines, isComment);
  const ends = new Map<number, number>();
  const endOf = (first: number): number => {
    const end = ends.get(first) ?? lastLine(first);
    ends.set(first, end);
    return end;
  };
  const lastLine = (first: number): number => {
    if (kind === "script") return lastCommandLine(content, first, lines.length, endsWithBackslash);
    let line = first;
    if (kind === "requirements")
      while (line < lines.length && endsWithBackslash(lines[line - 1] ?? "")) line += 1;
    return line;
  };

  return ({ line, alone, column, form }) => {
    const text = lines[line - 1] ?? "";
    if (kind === "dockerignore" && column > 1) return undefined;
    if (kind === "model" && !alone && isQuoted(text.slice(0, column - 1))) return undefined;
    if (form === "file") {
      if (alone && content.previous(line) === 0) return { lines: wholeFile };
      return { lines: undefined, misplaced: "it stands below the first line with content" };
    }
    if (form === "stage") return { lines: undefined, misplaced: "only a Dockerfile has stages" };
    if (!alone) {
      // A line that goes on belongs to the one it goes on from.
      let from = line;
      if (kind === "requirements") while (from > 1 && endsWithBackslash(lines[from - 2] ?? "")) from -= 1;
      return { lines: { from, to: line } };
    }
    const first = content.next(line);
    return { lines: first === Number.POSITIVE_INFINITY ? undefined : { from: first, to: endOf(first) } };
  };
}

/** Whether a quote is open at the end of a piece of YAML: what follows is then part of a string. */
function isQuoted(text: string): boolean {
  return text.split('"').length % 2 === 0 || text.split("'").length % 2 === 0;
}
