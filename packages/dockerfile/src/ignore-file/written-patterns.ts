import type { SourceFile } from "../image.ts";
import type { Standing } from "../span-location.ts";

/** A pattern of .dockerignore as it is written. */
export interface WrittenPattern extends Standing {
  line: number;
  /** Without white space around it. */
  written: string;
  /** Relative to the context, without `!` and without the slashes that mean nothing. */
  text: string;
  readmits: boolean;
}

export function writtenPatterns({ text }: SourceFile): WrittenPattern[] {
  return text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .flatMap((raw, index) => {
      const written = raw.trim();
      if (raw.startsWith("#") || written === "") return [];
      const line = index + 1;
      const column = raw.length - raw.trimStart().length + 1;
      const readmits = written.startsWith("!");
      const body = (readmits ? written.slice(1).trim() : written)
        .replace(/^(?:\.?\/)+/, "")
        .replace(/\/+$/, "");
      const end = { line, column: column + written.length };
      return [{ line, written, text: body, readmits, position: { line, column }, end }];
    });
}
