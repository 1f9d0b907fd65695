/** A pattern of names alone, such as `**\/*.env`: texts with anything between them, whichever folder the file lies in. */
export type NamePattern = readonly string[];

/** Undefined for a pattern that says more. The first and the last text are the ends of the name, and may be empty. */
export function namePattern(pattern: string): NamePattern | undefined {
  const found = /^\*\*\/([^/?[\]\\*{}|]*(?:\*[^/?[\]\\*{}|]*)*)$/.exec(pattern)?.[1];
  return found === undefined || found === "" ? undefined : found.split("*");
}

/** Linear in the name: each text is taken where it comes first, which leaves the most for those behind it. */
export function matchesName(texts: NamePattern, name: string): boolean {
  const [first = ""] = texts;
  if (texts.length === 1) return name === first;
  const last = texts.at(-1) ?? "";
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
    return false;
  let from = first.length;
  const end = name.length - last.length;
  for (let index = 1; index < texts.length - 1; index++) {
    const text = texts[index] ?? "";
    const at = name.indexOf(text, from);
    if (at < 0 || at + text.length > end) return false;
    from = at + text.length;
  }
  return true;
}
