/** UTF-16 units; what is longer is no script that somebody wrote down by hand. */
const maxEncoded = 64 * 1024;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The text behind base64; undefined where it is none, too long, or no ASCII text. */
export function decodeBase64(encoded: string): string | undefined {
  if (encoded.length > maxEncoded) return undefined;
  const digits = encoded.replace(/\s+/g, "").replace(/=+$/, "");
  let text = "";
  let bits = 0;
  let width = 0;
  for (const digit of digits) {
    const value = alphabet.indexOf(digit);
    if (value < 0) return undefined;
    bits = (bits << 6) | value;
    width += 6;
    if (width < 8) continue;
    width -= 8;
    const code = (bits >> width) & 0xff;
    if (code > 126 || (code < 32 && code !== 9 && code !== 10 && code !== 13)) return undefined;
    text += String.fromCharCode(code);
    bits &= (1 << width) - 1;
  }
  return text;
}
