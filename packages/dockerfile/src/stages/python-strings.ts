import type { SpannedText } from "../syntax/spanned-text.ts";

/** A string literal of a Python program, and what stands right before and behind it. */
export interface PythonString {
  value: string;
  /** Of its first character in the source. */
  start: number;
  /** The last of the source before it, and the first behind it, without the space between. */
  before: string;
  after: string;
  /** An f-string: what stands in braces is not known. */
  formatted: boolean;
}

/** Programs and strings beyond these are not looked at. */
const maxSource = 256 * 1024;
const maxStrings = 2000;

const token = /#[^\n]*|([bBrRuUfF]{0,2})("""|'''|"|')/g;

/** The string literals of a program, in one pass; what is no string is not read. */
export function pythonStrings({ text }: Pick<SpannedText, "text">): PythonString[] {
  const found: PythonString[] = [];
  const source = text.slice(0, maxSource);
  token.lastIndex = 0;
  let from = 0;
  for (;;) {
    token.lastIndex = from;
    const match = token.exec(source);
    if (match === null || found.length >= maxStrings) return found;
    const quote = match[2];
    const start = token.lastIndex;
    from = start;
    if (quote === undefined) continue;
    const end = endOf(source, start, quote);
    if (end === undefined) continue;
    const prefix = (match[1] ?? "").toLowerCase();
    const raw = source.slice(start, end);
    from = end + quote.length;
    found.push({
      value: prefix.includes("r") ? raw : raw.replace(/\\(?:\n|(.))/g, (_, one = "") => escapes[one] ?? one),
      start,
      before: source.slice(Math.max(0, match.index - 60), match.index).trimEnd(),
      after: source.slice(from, from + 40).trimStart(),
      formatted: prefix.includes("f"),
    });
  }
}

const escapes: Record<string, string> = { n: "\n", t: "\t", r: "\r" };

function endOf(source: string, start: number, quote: string): number | undefined {
  for (let at = start; at < source.length; at++) {
    if (source[at] === "\\") at += 1;
    else if (source.startsWith(quote, at)) return at;
    else if (source[at] === "\n" && quote.length === 1) return undefined;
  }
  return undefined;
}
