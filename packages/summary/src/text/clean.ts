// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
const escapeSequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/**
 * Characters that change how their neighbours are shown without being seen: soft hyphen, joiners and zero-width
 * spaces, marks that turn the writing direction, annotation anchors, tag characters (Unicode, category Cf).
 */
const unseen = /\p{Cf}|\u034f|\u115f|\u1160|\u3164|\uffa0/gu;
/** They choose between two drawings of the character before; nothing is lost without them. */
const variationSelectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const lineEnds = /[\t\r\n\u2028\u2029]+/g;

/**
 * One line of text that shows what it is: escape sequences and control characters are gone, unseen characters stand
 * there by their number, line ends are spaces, half characters are replaced. At most `max` characters (UTF-16 units).
 */
export function clean(text: string, max = 4000): string {
  return visible(cut(text, max).replace(lineEnds, " ")).trim();
}

/** A part of a line of source, cleaned with its spaces kept: a tab is four of them, wherever it stands. */
export function cleanSource(text: string): string {
  return visible(text.replaceAll("\t", "    ").replace(lineEnds, " "));
}

/** Several lines, each cleaned; the last `maxLines` of them within `max` characters, for what a failing tool said. */
export function cleanTail(text: string, max = 8000, maxLines = 60): string[] {
  const kept = text.length > max ? text.slice(-max) : text;
  const all = kept.split(/\r\n|\r|\n|\u2028|\u2029/);
  while (all.at(-1)?.trim() === "") all.pop();
  const lines = all.slice(-maxLines).map((line) => visible(line.replaceAll("\t", "  ")).trimEnd());
  const dropped = text.length - kept.length > 0 || all.length > maxLines;
  return dropped ? ["[earlier lines left out]", ...lines] : lines;
}

/** Nearly all texts; they need no second look, and a page of 256 models has tens of thousands of them. */
const printableAscii = /^[ -~]*$/;

function visible(text: string): string {
  if (printableAscii.test(text)) return text;
  return text
    .toWellFormed()
    .replace(escapeSequences, "")
    .replace(variationSelectors, "")
    .replace(
      unseen,
      (char) => `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
    )
    .replace(controls, "");
}

/** At most `max` characters, saying how many more there were. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max)} [${text.length - max} more characters]`;
}
