import { constructFromEvents, type Event, parseEvents, YAMLException } from "js-yaml";
import type * as z from "zod";
import { Model } from "./model.ts";
import { lineAt, lineStarts, linesByPath } from "./yaml-lines.ts";

/** One thing wrong in a model.yaml, at its line (from 1). */
export interface ModelProblem {
  line: number;
  message: string;
}

export type ParsedModel = { ok: true; model: Model } | { ok: false; problems: ModelProblem[] };

/** Larger than any honest model.yaml by two orders of magnitude; a larger file is refused before it is parsed. */
export const maxModelBytes = 256 * 1024;

/** More than anybody mends in one go. */
const maxProblems = 100;

/**
 * Checks the text of a model.yaml, and that its slug is `folder`, where one is given. Reports every problem at once,
 * each with its line. Never throws.
 */
export function parseModel(text: string, folder?: string): ParsedModel {
  let events: Event[];
  let value: unknown;
  try {
    events = parseEvents(text, {});
    // A model needs no aliases, and without them no document can expand into gigabytes.
    const documents = constructFromEvents(events, { source: text, maxAliases: 0 });
    if (documents.length > 1) throw new YAMLException(`it must be one document, not ${documents.length}`);
    if (documents.length === 0) throw new YAMLException("the file is empty");
    [value] = documents;
  } catch (error) {
    return { ok: false, problems: [unreadable(text, error)] };
  }
  const parsed = Model.safeParse(value);
  if (parsed.success && (folder === undefined || parsed.data.slug === folder)) {
    return { ok: true, model: parsed.data };
  }
  const lineOf = linesByPath(events, text);
  if (parsed.success) {
    const message = `slug is ${parsed.data.slug}, but the folder is ${folder}: rename one of them`;
    return { ok: false, problems: [{ line: lineOf(["slug"]), message }] };
  }
  const problems = parsed.error.issues.flatMap((issue) => describe(issue, lineOf, maxProblems));
  return { ok: false, problems: problems.slice(0, maxProblems) };
}

function unreadable(text: string, error: unknown): ModelProblem {
  const reason = error instanceof YAMLException ? error.reason : (error as Error).message;
  const offset = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
  return { line: lineAt(lineStarts(text), offset), message: `not readable as YAML: ${reason}` };
}

function describe(
  issue: z.core.$ZodIssue,
  lineOf: (path: PropertyKey[]) => number,
  most: number,
): ModelProblem[] {
  const where = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, most).map((key) => ({
      line: lineOf([...issue.path, key]),
      message: `${[...issue.path, key].join(".")}: not a key of model.yaml here; check the spelling`,
    }));
  }
  const message = inWords(issue);
  return [{ line: lineOf(issue.path), message: where === "" ? message : `${where}: ${message}` }];
}

/** zod speaks of JavaScript types; the reader has a YAML file open. */
function inWords({ code, message, ...issue }: z.core.$ZodIssue): string {
  if (code !== "invalid_type") return message;
  const expected = "expected" in issue ? String(issue.expected) : "value";
  if (message.endsWith("received undefined")) return `is missing; it must be a ${expected}`;
  if (expected === "string" && message.endsWith("received number"))
    return "is read as a number: put it in quotes";
  return message;
}
