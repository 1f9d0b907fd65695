import { LineCounter, parseDocument } from "yaml";
import type * as z from "zod";
import { Model } from "./model.ts";

/** One thing wrong in a model.yaml, at its line (from 1). */
export interface ModelProblem {
  line: number;
  message: string;
}

export type ParsedModel = { ok: true; model: Model } | { ok: false; problems: ModelProblem[] };

/** Larger than any honest model.yaml by two orders of magnitude; a larger file is refused before it is parsed. */
export const maxModelBytes = 256 * 1024;

/** Checks the text of a model.yaml. Reports every problem at once, each with its line. Never throws. */
export function parseModel(text: string): ParsedModel {
  const lines = new LineCounter();
  // maxAliasCount 0: a model needs no YAML aliases, and without them no document can expand into gigabytes.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      message: `not readable as YAML: ${error.message}`,
    }));
    return { ok: false, problems };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    return { ok: false, problems: [{ line: 1, message: `not usable YAML: ${(error as Error).message}` }] };
  }
  const parsed = Model.safeParse(value);
  if (parsed.success) return { ok: true, model: parsed.data };
  const lineOf = (path: PropertyKey[]): number => lineOfPath(document, lines, path);
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => describe(issue, lineOf)) };
}

function describe(issue: z.core.$ZodIssue, lineOf: (path: PropertyKey[]) => number): ModelProblem[] {
  const where = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      line: lineOf([...issue.path, key]),
      message: `${[...issue.path, key].join(".")}: not a key of model.yaml here; check the spelling`,
    }));
  }
  return [{ line: lineOf(issue.path), message: where === "" ? issue.message : `${where}: ${issue.message}` }];
}

/** The line of a path's key, or of the nearest enclosing key that exists. */
function lineOfPath(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: PropertyKey[],
): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true) ?? document.contents;
    const key = path[depth - 1];
    const position = keyPosition(parent, key);
    if (position !== undefined) return lines.linePos(position).line;
  }
  return 1;
}

function keyPosition(parent: unknown, key: PropertyKey | undefined): number | undefined {
  const items = (parent as { items?: unknown[] } | null)?.items;
  if (!Array.isArray(items)) return undefined;
  for (const [index, item] of items.entries()) {
    const pair = item as { key?: { value?: unknown; range?: [number] }; range?: [number] };
    if (pair.key?.value === key && pair.key?.range) return pair.key.range[0];
    if (index === key && pair.range) return pair.range[0];
  }
  return undefined;
}
