/** Nearly all texts; their width is their length. */
const printableAscii = /^[ -~]*$/;

/** Columns a text takes in a terminal: two for wide East Asian characters and pictures, none for combining marks. */
export function widthOf(text: string): number {
  if (printableAscii.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += widthOfChar(char);
  return width;
}

function widthOfChar(char: string): number {
  if (/\p{M}/u.test(char)) return 0;
  return isWide(char.codePointAt(0) ?? 0) ? 2 : 1;
}

/** The longest beginning of the text that takes at most `width` columns. */
export function startOf(text: string, width: number): string {
  if (printableAscii.test(text)) return text.slice(0, Math.max(0, width));
  let taken = "";
  let left = width;
  for (const char of text) {
    left -= widthOfChar(char);
    if (left < 0) break;
    taken += char;
  }
  return taken;
}

/** The longest end of the text that takes at most `width` columns. It never starts with a mark that lost its letter. */
export function endOf(text: string, width: number): string {
  const dropped = widthOf(text) - Math.max(0, width);
  if (dropped <= 0) return text;
  let passed = 0;
  let index = 0;
  for (const char of text) {
    const own = widthOfChar(char);
    if (passed >= dropped && own > 0) break;
    passed += own;
    index += char.length;
  }
  return text.slice(index);
}

export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Ranges of Unicode's East Asian Width W and F that are in daily use, and the emoji planes. */
function isWide(point: number): boolean {
  return (
    point >= 0x1100 &&
    (point <= 0x115f ||
      (point >= 0x2e80 && point <= 0xa4cf) ||
      (point >= 0xac00 && point <= 0xd7a3) ||
      (point >= 0xf900 && point <= 0xfaff) ||
      (point >= 0xfe30 && point <= 0xfe6f) ||
      (point >= 0xff00 && point <= 0xff60) ||
      (point >= 0xffe0 && point <= 0xffe6) ||
      (point >= 0x1f300 && point <= 0x1faff) ||
      (point >= 0x20000 && point <= 0x3fffd))
  );
}
