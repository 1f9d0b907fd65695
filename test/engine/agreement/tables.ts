import { readFileSync } from "node:fs";
import type { ImageConfig } from "./image-config.ts";

/** Texts with variables: what the builder makes of them, and those it refuses. */
export interface ExpansionTable {
  variables: Record<string, string>;
  /** By topic: text and value. */
  values: Record<string, [text: string, value: string][]>;
  refused: string[];
  /** Under `# escape=` with a backquote. */
  withBackquote: [text: string, value: string][];
}

/** Whole Dockerfiles: the image that the builder makes of them, and those it refuses. */
export interface InstructionTable {
  read: Record<string, { name: string; dockerfile: string; config: ImageConfig }[]>;
  refused: { name: string; dockerfile: string }[];
}

/** Texts of .dockerignore: what of one tree of files they leave out, and those the builder refuses. */
export interface IgnoreTable {
  tree: string[];
  /** By topic: text and the files left out. */
  leftOut: Record<string, [text: string, files: string[]][]>;
  refused: string[];
}

function read(name: string): unknown {
  const text = readFileSync(new URL(`tables/${name}.json`, import.meta.url), "utf8");
  // `@x100@` stands for a hundred x: lines at the builder's limit would only be noise in the table.
  return JSON.parse(text.replace(/@x(\d+)@/g, (_, count) => "x".repeat(Number(count))));
}

export const expansions = read("expansion") as ExpansionTable;
export const instructions = read("instructions") as InstructionTable;
export const ignores = read("ignore") as IgnoreTable;
