import { type SpannedPart, SpannedText } from "./spanned-text.ts";
import { indentOf } from "./white-space.ts";

/**
 * The strings of `["a", "b"]`; "mixed" for an array that holds something else, which the builder refuses; undefined where
 * the text is no JSON array, and thus a shell command or paths.
 */
export function readJsonForm(text: string): string[] | "mixed" | undefined {
  const start = indentOf(text);
  if (text[start] !== "[") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text.slice(start));
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  // The builder cannot read a number that large, and then takes the text for a command.
  if (value.some((item) => typeof item === "number" && !Number.isFinite(item))) return undefined;
  if (!value.every((item) => typeof item === "string")) return "mixed";
  return (value as string[]).map((item) => item.toWellFormed());
}

const escapes: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** The strings of a well-formed JSON form again, each with the places of its characters. */
export function placeJsonStrings(body: SpannedText): SpannedText[] {
  return [...body.text.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map((literal) => {
    const parts: SpannedPart[] = [];
    for (const match of (literal[1] ?? "").matchAll(/[^\\]+|\\u([0-9a-fA-F]{4})|\\(.)/gs)) {
      const [plain, code, escaped] = match;
      const letter = escaped === undefined ? undefined : (escapes[escaped] ?? escaped);
      const text = code === undefined ? (letter ?? plain) : String.fromCharCode(Number.parseInt(code, 16));
      const offset = literal.index + 1 + match.index;
      // A string that goes on over several lines has a place of its own on each of them.
      parts.push(
        ...body
          .slice(offset, offset + plain.length)
          .parts()
          .map((part, index, all) => ({
            text: all.length === 1 ? text : part.text,
            at: index === 0 ? body.positionAt(offset) : part.at,
            ...(all.length === 1 && text !== plain ? { width: plain.length } : {}),
          })),
      );
    }
    return parts.length === 0 ? body.slice(literal.index + 1, literal.index + 1) : SpannedText.join(parts);
  });
}
