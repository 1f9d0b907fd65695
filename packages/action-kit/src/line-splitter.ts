import { StringDecoder } from "node:string_decoder";

const defaultMaxLine = 16 * 1024;

/**
 * Turns chunks of bytes into whole lines; a carriage return also ends a line, as progress bars use it. A line longer
 * than `maxLine` characters is given in parts.
 */
export function lineSplitter(
  onLine: (line: string) => void,
  maxLine: number = defaultMaxLine,
): { push(chunk: Buffer): void; end(): void } {
  const decoder = new StringDecoder("utf8");
  let pending = "";
  const take = (textPart: string): void => {
    const parts = (pending + textPart).split(/\r\n|\n|\r/);
    pending = parts.pop() ?? "";
    for (const part of parts) onLine(part);
    if (pending.length > maxLine) {
      onLine(pending);
      pending = "";
    }
  };
  return {
    push: (chunk) => take(decoder.write(chunk)),
    end: () => {
      take(decoder.end());
      if (pending !== "") onLine(pending);
      pending = "";
    },
  };
}
