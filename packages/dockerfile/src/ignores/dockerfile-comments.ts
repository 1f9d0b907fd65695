import type { Heredoc } from "../syntax/heredoc.ts";
import type { Instruction } from "../syntax/instruction.ts";
import type { Dockerfile } from "../syntax/parse-dockerfile.ts";
import { beginsCommand, endsCommand, endsWithBackslash, lastCommandLine } from "./command-lines.ts";
import { type ContentLines, contentLines } from "./content-lines.ts";
import { type PlaceComment, wholeFile } from "./ignored-lines.ts";

const withShell = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);

/** Where comments of a Dockerfile count: above an instruction, between its lines, and in a heredoc that a shell runs. */
export function dockerfileComments({ instructions, lines }: Dockerfile): PlaceComment {
  const content = contentLines(lines, (line) => line.trimStart().startsWith("#"));
  const ends = new Map<number, number>();
  /** Several comments above one command look for its end once. */
  const commandEnd = (first: number, last: number, continues: (line: string) => boolean): number => {
    const end = ends.get(first) ?? lastCommandLine(content, first, last, continues);
    ends.set(first, end);
    return end;
  };
  const stages = instructions.filter(({ keyword }) => keyword === "FROM");

  return ({ line, form }) => {
    const index = lastBefore(instructions, line + 1);
    const around = instructions[index];
    const inside = around !== undefined && line <= around.endLine ? around : undefined;
    const heredoc = inside && heredocAt(inside, line);
    if (heredoc && !heredoc.isShell) return undefined;
    if (form === "file") {
      if (index < 0) return { lines: wholeFile };
      return { lines: undefined, misplaced: "it stands below the first instruction" };
    }
    const below = instructions[index + 1];
    if (form === "stage") {
      if (inside || below?.keyword !== "FROM")
        return { lines: undefined, misplaced: "the instruction below it is no FROM" };
      const next = stages[lastBefore(stages, below.startLine + 1) + 1];
      return { lines: { from: below.startLine, to: (next?.startLine ?? Number.POSITIVE_INFINITY) - 1 } };
    }
    if (inside === undefined) return { lines: below && { from: below.startLine, to: below.endLine } };
    const first = content.next(line);
    const last = heredoc?.last ?? lastOwnLine(inside);
    if (first > last) return { lines: undefined };
    if (heredoc) return { lines: { from: first, to: commandEnd(first, last, endsWithBackslash) } };
    const isStart = beginsAt(inside, content, first);
    return { lines: { from: first, to: isStart ? commandEnd(first, last, () => true) : first } };
  };
}

/** The index of the last instruction that begins before `line`; -1 where none does. */
function lastBefore(instructions: readonly Instruction[], line: number): number {
  let low = -1;
  let high = instructions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((instructions[middle]?.startLine ?? 0) < line) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a shell command begins on a line of an instruction. Other instructions than those of a shell have none. */
function beginsAt(instruction: Instruction, content: ContentLines, line: number): boolean {
  const { keyword, body } = instruction.trigger ?? instruction;
  if (!withShell.has(keyword)) return false;
  if (body.positionAt(0).line >= line) return true;
  const before = content.lines[content.previous(line) - 1] ?? "";
  return endsCommand(before) || beginsCommand(content.lines[line - 1] ?? "");
}

/** The heredoc that a line is part of, and its last line. */
function heredocAt(instruction: Instruction, line: number): { isShell: boolean; last: number } | undefined {
  const { keyword, body, heredocs } = instruction.trigger ?? instruction;
  let first = lastOwnLine(instruction) + 1;
  for (const heredoc of heredocs) {
    const last = first + lengthOf(heredoc) - 1;
    if (line >= first && line <= last) {
      const runs = body.text.startsWith("<<") || /^(?:\S*\/)?(?:ba|da|a|z|k)?sh\s/.test(body.text);
      return { isShell: keyword === "RUN" && runs, last };
    }
    first = last + 1;
  }
  return undefined;
}

/** The last line of an instruction without its heredocs. */
function lastOwnLine(instruction: Instruction): number {
  const { heredocs } = instruction.trigger ?? instruction;
  return heredocs.reduce((line, heredoc) => line - lengthOf(heredoc), instruction.endLine);
}

const lengths = new WeakMap<Heredoc, number>();

/** The number of lines, the closing one included. */
function lengthOf(heredoc: Heredoc): number {
  const known = lengths.get(heredoc);
  if (known !== undefined) return known;
  const length = heredoc.body.text.split("\n").length - (heredoc.terminated ? 0 : 1);
  lengths.set(heredoc, length);
  return length;
}
