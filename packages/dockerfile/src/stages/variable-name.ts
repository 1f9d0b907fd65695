const special = new Set("@*#?-$!0");

/** The name at a place: letters, digits and `_`; only digits where the first is one; or one special character. */
export function variableNameAt(source: string, start: number): string {
  const first = source[start] ?? "";
  const kind = /\p{Nd}/u.test(first) ? /\p{Nd}*/uy : /[\p{L}\p{Nd}_]*/uy;
  if (kind.source !== "\\p{Nd}*" && special.has(first)) return first;
  kind.lastIndex = start;
  return kind.exec(source)?.[0] ?? "";
}
