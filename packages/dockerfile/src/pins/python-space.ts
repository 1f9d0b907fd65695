/** White space as Python strips it. To JavaScript a byte order mark is white space too; to pip it is a character no name has. */
const space = /[^\S\uFEFF]/;

/** Where the text begins behind its white space. */
export function spaceBefore(text: string): number {
  let at = 0;
  while (at < text.length && space.test(text[at] as string)) at += 1;
  return at;
}

/** Where the text up to `end` ends before its white space. */
export function spaceAfter(text: string, end = text.length): number {
  let at = end;
  while (at > 0 && space.test(text[at - 1] as string)) at -= 1;
  return at;
}
