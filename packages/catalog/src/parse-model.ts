import { Model } from "./model.ts";
import { readYaml, type YamlProblem } from "./read-yaml.ts";

export type ParsedModel = { ok: true; model: Model } | { ok: false; problems: YamlProblem[] };

/** Larger than any honest model.yaml by two orders of magnitude; a larger file is refused before it is parsed. */
export const maxModelBytes = 256 * 1024;

/**
 * Checks the text of a model.yaml, and that its slug is `folder`, where one is given. Reports every problem at once,
 * each with its line. Never throws.
 */
export function parseModel(text: string, folder?: string): ParsedModel {
  const read = readYaml(text, Model, "model.yaml");
  if (!read.ok) return read;
  const { value: model, lineOf } = read;
  if (folder === undefined || model.slug === folder) return { ok: true, model };
  const message = `slug is ${model.slug}, but the folder is ${folder}: rename one of them`;
  return { ok: false, problems: [{ line: lineOf(["slug"]), message }] };
}
