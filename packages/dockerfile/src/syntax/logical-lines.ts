import { type Position, SpannedText } from "./spanned-text.ts";

/** An instruction's lines put together as the builder does: continuations joined, comment and empty lines left out. */
export interface LogicalLine {
  text: SpannedText;
  startLine: number;
  /** The last line that belongs to it, without its heredocs. */
  endLine: number;
}

/** Reads physical lines one after the other; heredoc bodies are taken from it between two logical lines. */
export class LineReader {
  private index = 0;
  private readonly lines: readonly string[];
  private readonly escapeMark: string;

  constructor(lines: readonly string[], escapeMark: string) {
    this.lines = lines;
    this.escapeMark = escapeMark;
  }

  /** The next physical line as it stands, with its number. */
  nextRaw(): { text: string; line: number } | undefined {
    const text = this.lines[this.index];
    if (text === undefined) return undefined;
    this.index += 1;
    return { text, line: this.index };
  }

  nextLogical(): LogicalLine | undefined {
    for (let first = this.nextRaw(); first; first = this.nextRaw()) {
      const indent = first.text.length - first.text.trimStart().length;
      const opening = first.text.slice(indent);
      if (opening === "" || opening.startsWith("#")) continue;
      return this.joinFrom(opening, { line: first.line, column: indent + 1 });
    }
    return undefined;
  }

  private joinFrom(opening: string, at: Position): LogicalLine {
    const parts: { text: string; at: Position }[] = [];
    let end = at.line;
    let body = this.withoutContinuation(opening);
    parts.push({ text: body ?? opening, at });
    while (body !== undefined) {
      const next = this.nextRaw();
      if (next === undefined) break;
      end = next.line;
      const content = next.text.trimStart();
      // An empty line inside a continuation does not end it; the builder only warns.
      if (content === "" || content.startsWith("#")) continue;
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
