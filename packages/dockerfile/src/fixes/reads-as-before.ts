import type { Instruction } from "../syntax/instruction.ts";
import { type Dockerfile, parseDockerfile } from "../syntax/parse-dockerfile.ts";
import { type OpenText, openText } from "./open-text.ts";
import type { PlacedEdit } from "./placed-edit.ts";

/**
 * Whether a Dockerfile, after edits, still reads as before wherever they did not reach: the same directives, the same
 * instructions, nothing new that the builder refuses. Undefined when it does; else half a sentence that says what differs.
 */
export function differenceInReading(
  before: { open: OpenText; dockerfile: Dockerfile },
  edits: readonly PlacedEdit[],
  after: string,
): string | undefined {
  const dockerfile = parseDockerfile(after);
  const problem = newProblem(before.dockerfile, dockerfile);
  if (problem !== undefined) return `the builder would stop: ${problem}`;
  const directives = ({ directives }: Dockerfile) => directives.map(({ name, value }) => `${name}=${value}`);
  if (directives(before.dockerfile).join("\n") !== directives(dockerfile).join("\n"))
    return "the directives at the head of the file would change";
  const kept = untouched(before.dockerfile, before.open, edits);
  const left = untouched(dockerfile, openText(after), written(edits));
  const index = kept.findIndex((instruction, at) => contentOf(instruction) !== contentOf(left[at]));
  const changed = index < 0 && left.length > kept.length ? left[kept.length] : kept[index];
  return changed && `${changed.keyword.slice(0, 40)} in line ${changed.startLine} would change too`;
}

function newProblem(before: Dockerfile, after: Dockerfile): string | undefined {
  const known = new Map<string, number>();
  for (const { message } of before.problems) known.set(message, (known.get(message) ?? 0) + 1);
  return after.problems.find(({ message }) => {
    const count = known.get(message) ?? 0;
    known.set(message, count - 1);
    return count === 0;
  })?.message;
}

/** Where the edits' texts stand once they are done. */
function written(edits: readonly PlacedEdit[]): PlacedEdit[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { ...edit, start, end: start + edit.text.length };
  });
}

/** The instructions that no edit reaches into. A line put above an instruction or below it does not. */
function untouched(
  { instructions }: Dockerfile,
  open: OpenText,
  edits: readonly PlacedEdit[],
): Instruction[] {
  let first = 0;
  return instructions.filter(({ startLine, endLine }) => {
    const begin = open.starts[startLine - 1] ?? 0;
    const end = open.starts[endLine] ?? open.text.length;
    while (first < edits.length && (edits[first]?.end ?? 0) < begin) first += 1;
    for (let index = first; index < edits.length; index++) {
      const edit = edits[index];
      if (edit === undefined || edit.start >= end) break;
      if (reachesInto(edit, begin, end)) return false;
    }
    return true;
  });
}

function reachesInto({ start, end, text }: PlacedEdit, begin: number, behind: number): boolean {
  if (start < end) return start < behind && end > begin;
  return start < behind && (start > begin || (start === begin && text !== "" && !text.endsWith("\n")));
}

function contentOf(instruction: Instruction | undefined): string | undefined {
  if (instruction === undefined) return undefined;
  const { keyword, flags, body, heredocs } = instruction.trigger
    ? { ...instruction, heredocs: instruction.trigger.heredocs }
    : instruction;
  const bodies = heredocs.map(({ name, expands, body: { text } }) => [name, String(expands), text]);
  return [keyword, ...flags.map(({ text }) => text), body.text, ...bodies.flat()].join("\0");
}
