/** A path that could play tricks on a terminal, or that is several lines, as a JSON text with escapes; any other as it is. */
export function shownPath(path: string): string {
  const isPlain = path.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(path);
  if (isPlain) return path;
  const quoted = JSON.stringify(path);
  return quoted.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
