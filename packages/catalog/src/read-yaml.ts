import { constructFromEvents, type Event, parseEvents, YAMLException } from "js-yaml";
import type * as z from "zod";
import { lineAt, lineStarts, linesByPath } from "./yaml-lines.ts";

/** One thing wrong in a YAML file that people write, at its line (from 1). */
export interface YamlProblem {
  line: number;
  message: string;
}

export type YamlDocument<T> =
  | { ok: true; value: T; lineOf: (path: readonly PropertyKey[]) => number }
  | { ok: false; problems: YamlProblem[] };

/** More than anybody mends in one go. */
const maxProblems = 100;

/**
 * Reads one YAML document and checks it. Every problem at once, each with its line; `file` is what the reader calls the
 * file. Never throws. The caller has bounded the size of the text.
 */
export function readYaml<T>(text: string, schema: z.ZodType<T>, file: string): YamlDocument<T> {
  let events: Event[];
  let value: unknown;
  try {
    events = parseEvents(text, {});
    // Nobody needs aliases here, and without them no document can expand into gigabytes.
    const documents = constructFromEvents(events, { source: text, maxAliases: 0 });
    if (documents.length > 1) throw new YAMLException(`it must be one document, not ${documents.length}`);
    if (documents.length === 0) throw new YAMLException("the file is empty");
    [value] = documents;
  } catch (error) {
    return { ok: false, problems: [unreadable(text, error)] };
  }
  // Compiling a checker pays after hundreds of documents; a run has a handful.
  const parsed = checked(schema, value);
  if (parsed === undefined)
    return {
      ok: false,
      problems: [{ line: 1, message: `${file} has too many entries that are wrong to tell them all` }],
    };
  // Most files are sound, and then nobody asks for lines.
  let lines: ReturnType<typeof linesByPath> | undefined;
  const lineOf = (path: readonly PropertyKey[]): number => {
    lines ??= linesByPath(events, text);
    return lines(path);
  };
  if (parsed.success) return { ok: true, value: parsed.data, lineOf };
  const problems = parsed.error.issues.flatMap((issue) => describe(issue, lineOf, file));
  return { ok: false, problems: problems.slice(0, maxProblems) };
}

/** Undefined where zod itself gives up: it cannot gather the mistakes of tens of thousands of entries. */
function checked<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> | undefined {
  try {
    return schema.safeParse(value, { jitless: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function unreadable(text: string, error: unknown): YamlProblem {
  const reason = error instanceof YAMLException ? error.reason : (error as Error).message;
  const offset = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
  return { line: lineAt(lineStarts(text), offset), message: `not readable as YAML: ${reason}` };
}

function describe(
  issue: z.core.$ZodIssue,
  lineOf: (path: readonly PropertyKey[]) => number,
  file: string,
): YamlProblem[] {
  const where = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, maxProblems).map((key) => ({
      line: lineOf([...issue.path, key]),
      message: `${[...issue.path, key].join(".")}: not a key of ${file} here; check the spelling`,
    }));
  }
  const message = inWords(issue);
  return [{ line: lineOf(issue.path), message: where === "" ? message : `${where}: ${message}` }];
}

/** zod speaks of JavaScript types; the reader has a YAML file open. */
function inWords(given: z.core.$ZodIssue): string {
  // Of a key of a mapping, what is wrong stands one level deeper.
  const { code, message, ...issue } = given.code === "invalid_key" ? (given.issues[0] ?? given) : given;
  if (code !== "invalid_type") return message;
  const expected = "expected" in issue ? String(issue.expected) : "value";
  if (message.endsWith("received undefined")) return `is missing; it must be a ${expected}`;
  if (expected === "string" && message.endsWith("received number"))
    return "is read as a number: put it in quotes";
  return message;
}
