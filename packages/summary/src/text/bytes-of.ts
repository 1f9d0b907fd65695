const encoder = new TextEncoder();

/** Bytes of a text in UTF-8, which is what every limit of GitHub's summaries counts. */
export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}
