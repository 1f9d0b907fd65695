import { type Position, SpannedText } from "./spanned-text.ts";

/** The strings of `["a", "b"]`; undefined where the text is no JSON array of strings, and thus a shell command. */
export function readJsonForm(text: string): string[] | undefined {
  if (!text.trimStart().startsWith("[")) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const isStrings = Array.isArray(value) && value.every((item) => typeof item === "string");
  return isStrings ? (value as string[]) : undefined;
}

const escapes: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** The strings of a well-formed JSON form again, each with the places of its characters. */
export function placeJsonStrings(body: SpannedText): SpannedText[] {
  return [...body.text.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map((literal) => {
    const parts: { text: string; at: Position }[] = [];
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
          })),
      );
    }
    return parts.length === 0 ? body.slice(literal.index + 1, literal.index + 1) : SpannedText.join(parts);
  });
}
