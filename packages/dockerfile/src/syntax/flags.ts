import type { Flag } from "./instruction.ts";
import type { SpannedText } from "./spanned-text.ts";

const spaces = "\t\n\v\f\r ";

/** The words behind the keyword that begin with `--`, up to `--` alone or the first other word. */
export function readFlags(
  text: SpannedText,
  from: number,
  escapeMark: string,
): { flags: Flag[]; bodyStart: number } {
  const flags: Flag[] = [];
  let at = from;
  for (;;) {
    while (at < text.text.length && spaces.includes(text.text[at] as string)) at += 1;
    if (!text.text.startsWith("--", at)) return { flags, bodyStart: at };
    const { value: plain, end } = readFlag(text.text, at, escapeMark);
    if (plain === "--") return { flags, bodyStart: end };
    const equals = plain.indexOf("=");
    flags.push({
      text: plain,
      position: text.positionAt(at),
      end: text.endAt(end),
      name: plain.slice(2, equals < 0 ? undefined : equals),
      value: equals < 0 ? undefined : plain.slice(equals + 1),
    });
    at = end;
  }
}

/** The flag without quotes and escapes. The builder escapes in single quotes too, here and nowhere else. */
function readFlag(text: string, start: number, escapeMark: string): { value: string; end: number } {
  const parts: string[] = [];
  let quote = "";
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at] as string;
    if (character === quote) quote = "";
    else if (quote === "" && spaces.includes(character)) break;
    else if (quote === "" && (character === "'" || character === '"')) quote = character;
    else if (character === escapeMark) {
      at += 1;
      parts.push(text[at] ?? "");
    } else parts.push(character);
  }
  return { value: parts.join(""), end: Math.min(at, text.length) };
}
