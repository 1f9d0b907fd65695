/** A text after expansion; `unknown` names the variables that nobody gave a value, and then the text means nothing. */
export interface Expanded {
  value: string;
  unknown: string[];
  /** It grew beyond `maxExpanded`, so it counts as unknown. */
  tooLong: boolean;
}

/** UTF-16 units of an expanded text. Thirty variables that each hold the one before twice need a gigabyte. */
export const maxExpanded = 64 * 1024;

/** The value of a variable: undefined where it is declared but comes from the build's caller, null where it is not set. */
export type Lookup = (name: string) => string | undefined | null;

/**
 * Expands `$x`, `${x}` and the forms with `:-`, `:+`, `:?`, `#`, `%` and `/`, and takes quotes away, as the builder does for
 * FROM, ENV, USER and the like. A variable that is not set is the empty text, as there.
 */
export function expand(text: string, lookup: Lookup, escapeMark = "\\"): Expanded {
  const expansion = new Expansion(lookup, escapeMark);
  const value = expansion.text(text, 0);
  const { unknown, tooLong } = expansion;
  return tooLong
    ? { value: "", unknown: [...unknown, "a value without end"], tooLong }
    : { value, unknown, tooLong };
}

/** Nesting of `${x:-${y:-...}}` that is followed; no honest file comes near. */
const maxDepth = 20;

/** Longer patterns and values are left alone: matching them could take for ever. */
const maxPattern = 40;
const maxEdited = 1000;

class Expansion {
  readonly unknown: string[] = [];
  tooLong = false;
  private readonly lookup: Lookup;
  private readonly escapeMark: string;

  constructor(lookup: Lookup, escapeMark: string) {
    this.lookup = lookup;
    this.escapeMark = escapeMark;
  }

  text(source: string, depth: number): string {
    let out = "";
    let quote = "";
    for (let at = 0; at < source.length; at++) {
      const character = source[at] as string;
      const next = source[at + 1];
      if (quote !== "'" && character === this.escapeMark && next !== undefined) {
        // Inside double quotes a backslash stays unless it hides something that means something there.
        if (quote === '"' && next !== '"' && next !== "$" && next !== this.escapeMark) out += character;
        out += next;
        at += 1;
      } else if (character === quote) quote = "";
      else if (quote === "" && (character === "'" || character === '"')) quote = character;
      else if (character === "$" && quote !== "'") {
        const end = variableEnd(source, at);
        out += this.variable(source.slice(at, end), depth);
        at = end - 1;
        if (out.length > Math.max(maxExpanded, source.length)) this.tooLong = true;
        if (this.tooLong) return "";
      } else out += character;
    }
    return out;
  }

  private variable(written: string, depth: number): string {
    const match = /^\$(?:\{(\w+)(?:(:?[-+?]|##?|%%?|\/\/?)(.*))?\}|(\w+))$/s.exec(written);
    const name = match?.[1] ?? match?.[4];
    if (match === null || name === undefined || depth > maxDepth) {
      if (written.length > 1) this.unknown.push(written.slice(0, 40));
      return written;
    }
    return this.operate(name, match[2] ?? "", match[3] ?? "", depth + 1);
  }

  private operate(name: string, operator: string, operand: string, depth: number): string {
    const value = this.lookup(name);
    const isSet = value !== null && (!operator.startsWith(":") || value !== "");
    const kind = operator.replace(":", "");
    if (value === undefined) {
      // The caller of the build may set it or not: with a default, the default is what the file itself says.
      if (kind === "-") return this.text(operand, depth);
      this.unknown.push(name);
      return "";
    }
    if (kind === "+") return isSet ? this.text(operand, depth) : "";
    if (kind === "-" && !isSet) return this.text(operand, depth);
    const plain = value ?? "";
    if (kind === "" || kind === "-" || kind === "?") return plain;
    if (operand.length > maxPattern || plain.length > maxEdited) {
      this.unknown.push(name);
      return plain;
    }
    return edit(plain, kind, kind.startsWith("/") ? operand : this.text(operand, depth));
  }
}

function variableEnd(source: string, start: number): number {
  if (source[start + 1] !== "{") {
    const name = /^\w+/.exec(source.slice(start + 1, start + 200));
    return start + 1 + (name?.[0].length ?? 0);
  }
  let depth = 0;
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === "{") depth += 1;
    else if (source[at] === "}" && --depth === 0) return at + 1;
  }
  return source.length;
}

/** `#` and `%` take the shortest match of a pattern away, doubled the longest; `/` replaces the first, `//` every. */
function edit(value: string, operator: string, operand: string): string {
  if (operator.startsWith("/")) {
    const [pattern = "", replacement = ""] = splitOnce(operand, "/");
    const matches = globExpression(pattern, true);
    return value.replace(new RegExp(matches, operator === "//" ? "gs" : "s"), () => replacement);
  }
  const greedy = operator.length === 2;
  const pattern = globExpression(operand, greedy);
  if (operator.startsWith("#")) return value.replace(new RegExp(`^${pattern}`, "s"), "");
  const suffix = new RegExp(`^${pattern}$`, "s");
  const starts = Array.from({ length: value.length + 1 }, (_, index) => index);
  const start = (greedy ? starts : starts.reverse()).find((index) => suffix.test(value.slice(index)));
  return start === undefined ? value : value.slice(0, start);
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function globExpression(pattern: string, greedy: boolean): string {
  const some = greedy ? ".*" : ".*?";
  const escaped = pattern.replace(/\*+/g, "*").replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return escaped.replace(/[*?]/g, (wildcard) => (wildcard === "*" ? some : "."));
}
