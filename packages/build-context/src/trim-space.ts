/** White space as Go's strings.TrimSpace has it: U+0085 belongs to it, U+FEFF does not. */
const space = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** The text without white space at its ends, by the builder's rules. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && space.test(text[start] as string)) start += 1;
  while (end > start && space.test(text[end - 1] as string)) end -= 1;
  return text.slice(start, end);
}
