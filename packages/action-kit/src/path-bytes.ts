import { isUtf8 } from "node:buffer";

const firstLow = 0xdc00;

/**
 * The text of a path as the system has it. A byte that is no UTF-8 becomes a lone surrogate, U+DC80 to U+DCFF, which no other
 * text has: so the bytes can be found again, and JSON shows them (the way Python calls `surrogateescape`).
 */
export function textOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find(
      (count) => at + count <= bytes.length && isUtf8(bytes.subarray(at, at + count)),
    );
    text +=
      length === undefined
        ? String.fromCharCode(firstLow + (bytes[at] ?? 0))
        : bytes.toString("utf8", at, at + length);
    at += length ?? 1;
  }
  return text;
}

/** What the system takes for such a text: the text itself, but where a lone surrogate stands for a byte. */
export function bytesOf(text: string): string | Buffer {
  if (text.isWellFormed()) return text;
  const parts = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    const isByte = code >= firstLow + 0x80 && code <= firstLow + 0xff;
    return isByte ? Buffer.of(code - firstLow) : Buffer.from(character, "utf8");
  });
  return Buffer.concat(parts);
}
