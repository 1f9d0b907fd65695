// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const control = /[\u0000-\u001f\u007f]/;

/**
 * The texts with a control character, such as a tab, that BuildKit cannot hand to the client; the build ends there with an
 * error about gRPC headers. A text beyond ASCII among them makes it encode them all, and then it can. Tried with BuildKit 0.25.
 */
export function unsendable(texts: readonly string[]): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  if (texts.some((text) => /[^\u0000-\u007f]/.test(text))) return [];
  return texts.filter((text) => control.test(text));
}
