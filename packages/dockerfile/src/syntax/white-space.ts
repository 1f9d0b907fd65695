/**
 * White space as the builder's language (Go) has it, which is not what `\s` means here: U+0085 belongs to it, U+FEFF
 * does not.
 */
export function isSpace(character: string | undefined): boolean {
  if (character === undefined) return false;
  if (character <= " ") return character === " " || (character >= "\t" && character <= "\r");
  return /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(character);
}

export function isBlank(text: string): boolean {
  return indentOf(text) === text.length;
}

/** How many characters of white space the text begins with. */
export function indentOf(text: string): number {
  let at = 0;
  while (at < text.length && isSpace(text[at])) at += 1;
  return at;
}

/** Where the text ends when white space at its end is left out. */
export function contentEnd(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text[end - 1])) end -= 1;
  return end;
}
