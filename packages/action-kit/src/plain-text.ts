/** Longest line of another program's output that is passed on. */
const maxLine = 16 * 1024;

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
const escapeSequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** One line without terminal escape sequences and control characters (tabs stay), cut at 16 KiB. */
export function plainLine(text: string): string {
  const cut = text.length > maxLine ? `${text.slice(0, maxLine)} [line cut]` : text;
  return cut
    .replace(escapeSequences, "")
    .replace(/[\r\n]+/g, " ")
    .replace(controls, "");
}
