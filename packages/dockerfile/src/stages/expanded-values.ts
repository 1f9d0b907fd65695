import type { Budget, ExpansionSettings, Lookup, Stop } from "./expansion-settings.ts";
import { globPattern, replaceMatches, withoutPrefix, withoutSuffix } from "./value-pattern.ts";

/** Longer patterns and values are left alone: matching them could take for ever. */
const maxPattern = 200;
const maxEdited = 4096;

/** What the variables of one text become, which of them nobody knows, and why reading ended early. */
export class ExpandedValues {
  readonly unknown: string[] = [];
  stop: Stop | undefined;
  private readonly lookup: Lookup;
  private readonly budget: Budget;
  private readonly maxLength: number;

  constructor(lookup: Lookup, { budget, maxLength }: Pick<ExpansionSettings, "budget" | "maxLength">) {
    this.lookup = lookup;
    this.budget = budget;
    this.maxLength = maxLength;
  }

  /** Of `$x` and `${x}`. */
  plain(name: string): string {
    const value = this.lookup(name);
    if (value === undefined) return this.missing(name);
    this.budget.left -= 1 + (value?.length ?? 0) / 16;
    return value ?? "";
  }

  /** `-`, `+` and `?`. */
  chosen(
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

  /** `#` and `%`, once or twice. */
  trimmed(name: string, operator: string, operand: string): string {
    const longest = operand.startsWith(operator);
    const pattern = globPattern(longest ? operand.slice(1) : operand);
    if (typeof pattern === "string") return this.end("refused", pattern);
    const value = this.editable(name, operand);
    if (value === undefined || this.stop) return "";
    return operator === "#" ? withoutPrefix(value, pattern, longest) : withoutSuffix(value, pattern, longest);
  }

  /** `/` and `//`. */
  replaced(name: string, written: string, replacement: string, every: boolean): string {
    const pattern = globPattern(written);
    if (typeof pattern === "string") return this.end("refused", pattern);
    const value = this.editable(name, written);
    if (value === undefined || this.stop) return "";
    const replaced = replaceMatches(value, pattern, replacement, every, this.maxLength);
    return replaced ?? this.end("too-long", "the text gets too long");
  }

  /** The first reason stands. */
  end(kind: Stop["kind"], why: string): string {
    this.stop ??= { kind, why };
    return "";
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

  private missing(name: string): string {
    this.unknown.push(name);
    return "";
  }
}
