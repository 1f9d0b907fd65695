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
