import { type Position, type SpannedPart, SpannedText } from "./spanned-text.ts";
import { indentOf, isBlank } from "./white-space.ts";

/** An instruction's lines put together as the builder does: continuations joined, comment and empty lines left out. */
export interface LogicalLine {
  text: SpannedText;
  startLine: number;
  /** The last line that belongs to it, without its heredocs. */
  endLine: number;
}

/** A line of the file: `text` without its line end, `raw` with it. */
export interface PhysicalLine {
  text: string;
  raw: string;
  line: number;
}

/** Reads physical lines one after the other; heredoc bodies are taken from it between two logical lines. */
export class LineReader {
  private index = 0;
  private readonly lines: readonly string[];
  private readonly rawLines: readonly string[];
  private readonly escapeMark: string;

  constructor(lines: readonly string[], rawLines: readonly string[], escapeMark: string) {
    this.lines = lines;
    this.rawLines = rawLines;
    this.escapeMark = escapeMark;
  }

  /** The next physical line, with its number. */
  nextRaw(): PhysicalLine | undefined {
    const text = this.lines[this.index];
    if (text === undefined) return undefined;
    const raw = this.rawLines[this.index] ?? text;
    this.index += 1;
    return { text, raw, line: this.index };
  }

  nextLogical(): LogicalLine | undefined {
    for (let first = this.nextRaw(); first; first = this.nextRaw()) {
      const indent = indentOf(first.text);
      const opening = first.text.slice(indent);
      if (opening === "" || opening.startsWith("#")) continue;
      return this.joinFrom(opening, { line: first.line, column: indent + 1 });
    }
    return undefined;
  }

  private joinFrom(opening: string, at: Position): LogicalLine {
    const parts: SpannedPart[] = [];
    let end = at.line;
    let body = this.withoutContinuation(opening);
    parts.push({ text: body ?? opening, at });
    while (body !== undefined) {
      const next = this.nextRaw();
      if (next === undefined) break;
      end = next.line;
      // An empty line inside a continuation does not end it; the builder only warns.
      if (isBlank(next.text) || next.text[indentOf(next.text)] === "#") continue;
      body = this.withoutContinuation(next.text);
      parts.push({ text: body ?? next.text, at: { line: next.line, column: 1 } });
    }
    return { text: SpannedText.join(parts), startLine: at.line, endLine: end };
  }

  /** The line without its continuation mark, or undefined where it has none. A doubled mark is none. */
  private withoutContinuation(line: string): string | undefined {
    let end = line.length;
    while (end > 0 && (line[end - 1] === " " || line[end - 1] === "\t")) end -= 1;
    if (line[end - 1] !== this.escapeMark || line[end - 2] === this.escapeMark) return undefined;
    return line.slice(0, end - 1);
  }
}
