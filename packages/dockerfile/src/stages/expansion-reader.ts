import type { ExpandedValues } from "./expanded-values.ts";
import type { ExpansionSettings } from "./expansion-settings.ts";
import { variableNameAt } from "./variable-name.ts";

/** Nesting of `${x:-${y:-...}}` that is followed; no honest file comes near. */
const maxDepth = 20;

/**
 * One pass over a text with variables. Both sides of `${x:-y}` are read whatever x holds, because the builder stops at a
 * mistake in either. Behaviour tried against BuildKit, see test/engine/agreement.
 */
export class ExpansionReader {
  private readonly source: string;
  private readonly values: ExpandedValues;
  private readonly escapeMark: string;
  private readonly maxLength: number;
  /** In the body of a heredoc quotes are characters like others. */
  private readonly keepsQuotes: boolean;
  private at = 0;
  private depth = 0;

  constructor(
    source: string,
    values: ExpandedValues,
    { escapeMark, maxLength, keepsQuotes }: ExpansionSettings,
  ) {
    this.source = source;
    this.values = values;
    this.escapeMark = escapeMark;
    this.maxLength = maxLength;
    this.keepsQuotes = keepsQuotes;
  }

  readAll(): string {
    return this.readUntil("", false);
  }

  /** Reads to the character `end` outside quotes and passes it; to the end of the text where `end` is empty. */
  private readUntil(end: string, keepsEscapes: boolean): string {
    let out = "";
    while (this.at < this.source.length && this.values.stop === undefined) {
      const character = this.source[this.at] as string;
      if (character === end) {
        this.at += 1;
        return out;
      }
      out += this.readOne(character, keepsEscapes);
      if (out.length > this.maxLength) this.values.end("too-long", "the text gets too long");
    }
    if (end !== "") this.values.end("refused", `there is no ${end} where one must follow`);
    return out;
  }

  private readOne(character: string, keepsEscapes: boolean): string {
    if (character === "$") return this.readVariable();
    if (character === "'" && !this.keepsQuotes) return this.readSingleQuoted();
    if (character === '"' && !this.keepsQuotes) return this.readDoubleQuoted(keepsEscapes);
    this.at += 1;
    if (character !== this.escapeMark) return character;
    const escaped = this.source[this.at] ?? "";
    this.at += 1;
    return keepsEscapes ? character + escaped : escaped;
  }

  private readSingleQuoted(): string {
    const close = this.source.indexOf("'", this.at + 1);
    if (close < 0) return this.values.end("refused", "a single quote is never closed");
    const text = this.source.slice(this.at + 1, close);
    this.at = close + 1;
    return text;
  }

  private readDoubleQuoted(keepsEscapes: boolean): string {
    let out = "";
    this.at += 1;
    while (this.at < this.source.length && this.values.stop === undefined) {
      const character = this.source[this.at] as string;
      if (character === '"') {
        this.at += 1;
        return out;
      }
      if (character === "$") {
        out += this.readVariable();
        if (out.length > this.maxLength) this.values.end("too-long", "the text gets too long");
        continue;
      }
      this.at += 1;
      if (character !== this.escapeMark) {
        out += character;
        continue;
      }
      // Inside double quotes an escape character stays unless it hides something that means something there.
      const next = this.source[this.at] ?? "";
      const hides = next === '"' || next === "$" || next === this.escapeMark;
      if (keepsEscapes || (!hides && next !== "")) out += character;
      if (!hides) continue;
      out += next;
      this.at += 1;
    }
    return this.values.end("refused", "a double quote is never closed");
  }

  private readVariable(): string {
    this.at += 1;
    if (this.source[this.at] !== "{") {
      const name = this.readName();
      return name === "" ? "$" : this.values.plain(name);
    }
    this.at += 1;
    if (this.depth >= maxDepth) return this.values.end("limit", "variables are nested too deeply");
    this.depth += 1;
    const value = this.readBraced();
    this.depth -= 1;
    return value;
  }

  /** What stands behind `${`. */
  private readBraced(): string {
    const first = this.source[this.at];
    if (first === undefined) return this.values.end("refused", "there is no } behind ${");
    if (first === "{" || first === "}" || first === ":")
      return this.values.end("refused", `\${${first} begins no variable`);
    const name = this.readName();
    let operator = this.source[this.at] ?? "";
    this.at += 1;
    if (operator === "}") return this.values.plain(name);
    if (operator === "/") return this.readReplacement(name);
    const emptyIsUnset = operator === ":";
    if (emptyIsUnset) {
      operator = this.source[this.at] ?? "";
      this.at += 1;
    }
    const edits = operator === "#" || operator === "%";
    const isKnown = edits || operator === "-" || operator === "+" || operator === "?";
    if (operator === "") return this.values.end("refused", `there is no } behind \${${name.slice(0, 40)}`);
    if (!isKnown || (edits && emptyIsUnset))
      return this.values.end("refused", `\${ } knows no ${emptyIsUnset ? ":" : ""}${operator}`);
    const before = this.values.unknown.length;
    const operand = this.readUntil("}", edits);
    if (this.values.stop) return "";
    return edits
      ? this.values.trimmed(name, operator, operand)
      : this.values.chosen(name, operator, emptyIsUnset, operand, before);
  }

  private readReplacement(name: string): string {
    const every = this.source[this.at] === "/";
    if (every) this.at += 1;
    const written = this.readUntil("/", true);
    const replacement = this.values.stop ? "" : this.readUntil("}", true);
    if (this.values.stop) return "";
    return this.values.replaced(name, written, replacement, every);
  }

  private readName(): string {
    const name = variableNameAt(this.source, this.at);
    this.at += name.length;
    return name;
  }
}
