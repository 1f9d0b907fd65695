import type { Lookup } from "./expand.ts";
import { globPattern, replaceMatches, withoutPrefix, withoutSuffix } from "./value-pattern.ts";

/** Work that may still be done, in steps of about a nanosecond. */
export interface Budget {
  left: number;
}

/** Why reading ended early: what the builder refuses too, or what only we do not follow. */
export interface Stop {
  kind: "refused" | "too-long" | "limit";
  why: string;
}

export interface ExpansionSettings {
  escapeMark: string;
  budget: Budget;
  /** UTF-16 units of the result. */
  maxLength: number;
  keepsQuotes: boolean;
}

/** Nesting of `${x:-${y:-...}}` that is followed; no honest file comes near. */
const maxDepth = 20;

/** Longer patterns and values are left alone: matching them could take for ever. */
const maxPattern = 200;
const maxEdited = 4096;

const special = new Set("@*#?-$!0");

/**
 * One pass over a text with variables. Both sides of `${x:-y}` are read whatever x holds, because the builder stops at a
 * mistake in either. Behaviour tried against BuildKit, see test/engine/agreement.
 */
export class ExpansionReader {
  readonly unknown: string[] = [];
  stop: Stop | undefined;
  private readonly source: string;
  private readonly lookup: Lookup;
  private readonly escapeMark: string;
  private readonly budget: Budget;
  private readonly maxLength: number;
  /** In the body of a heredoc quotes are characters like others. */
  private readonly keepsQuotes: boolean;
  private at = 0;
  private depth = 0;

  constructor(
    source: string,
    lookup: Lookup,
    { escapeMark, budget, maxLength, keepsQuotes }: ExpansionSettings,
  ) {
    this.source = source;
    this.lookup = lookup;
    this.escapeMark = escapeMark;
    this.budget = budget;
    this.maxLength = maxLength;
    this.keepsQuotes = keepsQuotes;
  }

  readAll(): string {
    return this.readUntil("", false);
  }

  /** Reads to the character `end` outside quotes and passes it; to the end of the text where `end` is empty. */
  private readUntil(end: string, keepsEscapes: boolean): string {
    let out = "";
    while (this.at < this.source.length && this.stop === undefined) {
      const character = this.source[this.at] as string;
      if (character === end) {
        this.at += 1;
        return out;
      }
      out += this.readOne(character, keepsEscapes);
      if (out.length > this.maxLength) this.end("too-long", "the text gets too long");
    }
    if (end !== "") this.end("refused", `there is no ${end} where one must follow`);
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
    if (close < 0) return this.end("refused", "a single quote is never closed");
    const text = this.source.slice(this.at + 1, close);
    this.at = close + 1;
    return text;
  }

  private readDoubleQuoted(keepsEscapes: boolean): string {
    let out = "";
    this.at += 1;
    while (this.at < this.source.length && this.stop === undefined) {
      const character = this.source[this.at] as string;
      if (character === '"') {
        this.at += 1;
        return out;
      }
      if (character === "$") {
        out += this.readVariable();
        if (out.length > this.maxLength) this.end("too-long", "the text gets too long");
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
    return this.end("refused", "a double quote is never closed");
  }

  private readVariable(): string {
    this.at += 1;
    if (this.source[this.at] !== "{") {
      const name = this.readName();
      return name === "" ? "$" : this.valueOf(name);
    }
    this.at += 1;
    if (this.depth >= maxDepth) return this.end("limit", "variables are nested too deeply");
    this.depth += 1;
    const value = this.readBraced();
    this.depth -= 1;
    return value;
  }

  /** What stands behind `${`. */
  private readBraced(): string {
    const first = this.source[this.at];
    if (first === undefined) return this.end("refused", "there is no } behind ${");
    if (first === "{" || first === "}" || first === ":")
      return this.end("refused", `\${${first} begins no variable`);
    const name = this.readName();
    let operator = this.source[this.at] ?? "";
    this.at += 1;
    if (operator === "}") return this.valueOf(name);
    if (operator === "/") return this.readReplacement(name);
    const emptyIsUnset = operator === ":";
    if (emptyIsUnset) {
      operator = this.source[this.at] ?? "";
      this.at += 1;
    }
    const edits = operator === "#" || operator === "%";
    const isKnown = edits || operator === "-" || operator === "+" || operator === "?";
    if (operator === "") return this.end("refused", `there is no } behind \${${name.slice(0, 40)}`);
    if (!isKnown || (edits && emptyIsUnset))
      return this.end("refused", `\${ } knows no ${emptyIsUnset ? ":" : ""}${operator}`);
    const before = this.unknown.length;
    const operand = this.readUntil("}", edits);
    if (this.stop) return "";
    return edits
      ? this.trimmed(name, operator, operand)
      : this.chosen(name, operator, emptyIsUnset, operand, before);
  }

  /** `-`, `+` and `?`. */
  private chosen(
    name: string,
    operator: string,
    emptyIsUnset: boolean,
    operand: string,
    unknownBefore: number,
  ): string {
    const value = this.lookup(name);
    // The caller of the build may set it or not: with a default, the default is what the file itself says.
    if (value === undefined) return operator === "-" ? operand : this.missing(name);
    const isSet = value !== null && (!emptyIsUnset || value !== "");
    const takesOperand = operator === "+" ? isSet : operator === "-" && !isSet;
    // What nobody knows does not matter where it is not used.
    if (takesOperand) return operand;
    this.unknown.length = unknownBefore;
    if (operator === "+") return "";
    if (operator === "?" && !isSet) return this.end("refused", `${name.slice(0, 80)} must be set`);
    return value ?? "";
  }

  private trimmed(name: string, operator: string, operand: string): string {
    const longest = operand.startsWith(operator);
    const pattern = globPattern(longest ? operand.slice(1) : operand);
    if (typeof pattern === "string") return this.end("refused", pattern);
    const value = this.editable(name, operand);
    if (value === undefined || this.stop) return "";
    return operator === "#" ? withoutPrefix(value, pattern, longest) : withoutSuffix(value, pattern, longest);
  }

  private readReplacement(name: string): string {
    const every = this.source[this.at] === "/";
    if (every) this.at += 1;
    const written = this.readUntil("/", true);
    const replacement = this.stop ? "" : this.readUntil("}", true);
    if (this.stop) return "";
    const pattern = globPattern(written);
    if (typeof pattern === "string") return this.end("refused", pattern);
    const value = this.editable(name, written);
    if (value === undefined || this.stop) return "";
    const replaced = replaceMatches(value, pattern, replacement, every, this.maxLength);
    return replaced ?? this.end("too-long", "the text gets too long");
  }

  /** The value of a variable that a pattern is about to change. */
  private editable(name: string, pattern: string): string | undefined {
    const value = this.lookup(name);
    if (value === undefined) {
      this.missing(name);
      return undefined;
    }
    this.budget.left -= (value?.length ?? 0) * (pattern.length + 1);
    const isTooMuch = pattern.length > maxPattern || (value?.length ?? 0) > maxEdited || this.budget.left < 0;
    if (!isTooMuch) return value ?? "";
    this.end("limit", "matching its pattern takes too long");
    return undefined;
  }

  /** Letters, digits and `_`; only digits where the first is one; or one special character. */
  private readName(): string {
    const { source } = this;
    const start = this.at;
    const first = source[start] ?? "";
    const kind = /\p{Nd}/u.test(first) ? /\p{Nd}*/uy : /[\p{L}\p{Nd}_]*/uy;
    if (kind.source !== "\\p{Nd}*" && special.has(first)) {
      this.at += 1;
      return first;
    }
    kind.lastIndex = start;
    this.at += kind.exec(source)?.[0].length ?? 0;
    return source.slice(start, this.at);
  }

  private valueOf(name: string): string {
    const value = this.lookup(name);
    if (value === undefined) return this.missing(name);
    this.budget.left -= 1 + (value?.length ?? 0) / 16;
    return value ?? "";
  }

  private missing(name: string): string {
    this.unknown.push(name);
    return "";
  }

  private end(kind: Stop["kind"], why: string): string {
    this.stop ??= { kind, why };
    return "";
  }
}
