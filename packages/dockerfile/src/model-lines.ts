import type { Location } from "@mia/step-result";
import type { ImageSource, SourceFile } from "./image.ts";

/** Split once: a requirements file may give a finding for each of 100,000 lines. */
const splitFiles = new WeakMap<SourceFile, string[]>();

function linesOf(file: SourceFile): string[] {
  const known = splitFiles.get(file) ?? file.text.split(/\r?\n/);
  splitFiles.set(file, known);
  return known;
}

/**
 * The line of model.yaml that a key and its value stand on. The file is known to be a well-formed model.yaml, where
 * a key with its value identifies a line; no location where the text was not given.
 */
export function modelLine(source: ImageSource, key: string, value: string, note: string): Location[] {
  const { modelFile } = source;
  if (modelFile === undefined) return [];
  const lines = linesOf(modelFile);
  const isKey = (line: string): boolean => {
    const at = line.indexOf(`${key}:`);
    return at >= 0 && /^[\s{,"'-]*$/.test(line.slice(0, at).replace(/^.*[{,]/, ""));
  };
  const exact = lines.findIndex((line) => isKey(line) && line.includes(value));
  return exact < 0 ? [] : [{ file: modelFile.path, line: exact + 1, note: note.slice(0, 1000) }];
}
