import { isSpace } from "./white-space.ts";

/** A word of a line in which the builder looks for heredocs. */
export interface LineWord {
  text: string;
  start: number;
}

/** What the builder keeps while it looks: for the marks of a line everything, for a name neither quotes nor escapes. */
export interface Keeping {
  quotes: boolean;
  escapes: boolean;
}

/** Nesting of `${x:-${y}}` that is followed. */
const maxDepth = 50;

/** Operators behind a name in `${ }`; behind any other the builder gives up on the whole line. */
const operators = new Set(["-", "+", "?", "#", "%"]);

/**
 * The words of a line as the builder takes them for finding `<<NAME`, undefined where it gives up: at an open quote, and at
 * a `${ }` it does not know. Then no heredoc begins on that line. The escape character is `\` here, whatever the file says.
 */
export function heredocWords(line: string, keeping: Keeping): LineWord[] | undefined {
  const scanner = new WordScanner(line, keeping);
  scanner.scan("", keeping.escapes, 0, (character, isRaw, at) => scanner.add(character, isRaw, at));
  return scanner.failed ? undefined : scanner.finish();
}

type Emit = (text: string, isRaw: boolean, at: number) => void;

class WordScanner {
  failed = false;
  private readonly line: string;
  private readonly keeping: Keeping;
  private readonly words: LineWord[] = [];
  private at = 0;
  private current: string[] = [];
  private start = -1;

  constructor(line: string, keeping: Keeping) {
    this.line = line;
    this.keeping = keeping;
  }

  /** A piece of a word; white space that is not raw ends the word. */
  add(text: string, isRaw: boolean, at: number): void {
    if (!isRaw && isSpace(text)) this.push();
    else if (text !== "") {
      if (this.start < 0) this.start = at;
      this.current.push(text);
    }
  }

  finish(): LineWord[] {
    this.push();
    return this.words;
  }

  private push(): void {
    if (this.current.length > 0) this.words.push({ text: this.current.join(""), start: this.start });
    this.current = [];
    this.start = -1;
  }

  scan(end: string, keepsEscapes: boolean, depth: number, emit: Emit): void {
    const { line } = this;
    while (this.at < line.length && !this.failed) {
      const at = this.at;
      const character = line[at] as string;
      this.at += 1;
      if (character === end) return;
      if (character === "$") this.scanVariable(at, depth, (text, _, place) => emit(text, false, place));
      else if (character === "<") emit(`<${this.passMark()}`, true, at);
      else if (character === "'") this.scanSingleQuoted(at, emit);
      else if (character === '"') this.scanDoubleQuoted(at, keepsEscapes, depth, emit);
      else if (character === "\\") {
        if (keepsEscapes) emit("\\", true, at);
        const next = line[this.at];
        if (next !== undefined) emit(next, true, at);
        this.at += 1;
      } else emit(character, false, at);
    }
    if (end !== "") this.failed = true;
  }

  /** The second `<` of a mark, and the white space behind it, which belongs to the word. */
  private passMark(): string {
    if (this.line[this.at] !== "<") return "";
    const from = this.at;
    this.at += 1;
    while (this.at < this.line.length && "\t\r ".includes(this.line[this.at] as string)) this.at += 1;
    return this.line.slice(from, this.at);
  }

  private scanSingleQuoted(start: number, emit: Emit): void {
    const close = this.line.indexOf("'", this.at);
    if (close < 0) {
      this.failed = true;
      return;
    }
    emit(
      this.keeping.quotes ? this.line.slice(start, close + 1) : this.line.slice(start + 1, close),
      true,
      start,
    );
    this.at = close + 1;
  }

  private scanDoubleQuoted(start: number, keepsEscapes: boolean, depth: number, emit: Emit): void {
    const parts: string[] = [];
    if (this.keeping.quotes) parts.push('"');
    while (this.at < this.line.length && !this.failed) {
      const at = this.at;
      const character = this.line[at] as string;
      this.at += 1;
      if (character === '"') {
        if (this.keeping.quotes) parts.push('"');
        emit(parts.join(""), true, start);
        return;
      }
      if (character === "$") this.scanVariable(at, depth, (text) => void parts.push(text));
      else if (character === "\\") {
        const next = this.line[this.at] ?? "";
        const hides = next === '"' || next === "$" || next === "\\";
        if (keepsEscapes || (!hides && next !== "")) parts.push("\\");
        if (!hides) continue;
        parts.push(next);
        this.at += 1;
      } else parts.push(character);
    }
    this.failed = true;
  }

  private scanVariable(start: number, depth: number, emit: Emit): void {
    const { line } = this;
    const emitAll = (text: string): void => {
      for (const character of text) emit(character, false, start);
    };
    if (line[this.at] !== "{") {
      emitAll(`$${this.passName()}`);
      return;
    }
    this.at += 1;
    const first = line[this.at];
    if (first === undefined || "{}:".includes(first) || depth >= maxDepth) {
      this.failed = true;
      return;
    }
    emitAll(`\${${this.passName()}`);
    this.scanOperand(line[this.at] ?? "", depth, emit, emitAll);
    emitAll("}");
  }

  /** What follows the name in `${ }`, its end included. */
  private scanOperand(first: string, depth: number, emit: Emit, emitAll: (text: string) => void): void {
    const { line } = this;
    this.at += 1;
    if (first === "}") return;
    emitAll(first);
    if (first === "/") {
      if (line[this.at] === "/") this.at += 1;
      this.scan("/", true, depth + 1, emit);
      emitAll("/");
      this.scan("}", true, depth + 1, emit);
      return;
    }
    let operator = first;
    if (first === ":") {
      operator = line[this.at] ?? "";
      this.at += 1;
      emitAll(operator);
    }
    const edits = operator === "#" || operator === "%";
    if (!operators.has(operator) || (first === ":" && edits)) this.failed = true;
    else this.scan("}", edits, depth + 1, emit);
  }

  private passName(): string {
    const first = this.line[this.at] ?? "";
    const kind = /\p{Nd}/u.test(first) ? /\p{Nd}+/uy : /[@*#?\-$!]|[\p{L}\p{Nd}_]*/uy;
    kind.lastIndex = this.at;
    const name = kind.exec(this.line)?.[0] ?? "";
    this.at += name.length;
    return name;
  }
}
