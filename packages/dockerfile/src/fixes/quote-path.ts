const letters: Record<number, string> = {
  7: "\\a",
  8: "\\b",
  9: "\\t",
  10: "\\n",
  11: "\\v",
  12: "\\f",
  13: "\\r",
  34: '\\"',
  92: "\\\\",
};

/** A path as git writes it in a patch: as it is, or in quotes with the bytes escaped that could be taken for something else. */
export function quotePath(path: string): string {
  const isPlain = /^[ !#-[\]-~]*$/.test(path);
  if (isPlain) return path;
  const quoted = Array.from(new TextEncoder().encode(path), (byte) => {
    if (letters[byte] !== undefined) return letters[byte];
    return byte < 32 || byte > 126 ? `\\${byte.toString(8).padStart(3, "0")}` : String.fromCharCode(byte);
  });
  return `"${quoted.join("")}"`;
}
