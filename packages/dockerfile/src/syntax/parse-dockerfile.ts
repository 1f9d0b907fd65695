import { type Directive, readDirectives } from "./directives.ts";
import { heredocMarks, takeHeredoc } from "./heredoc.ts";
import type { Instruction, SyntaxProblem } from "./instruction.ts";
import { LineReader, type LogicalLine } from "./logical-lines.ts";
import { parseInstruction } from "./parse-instruction.ts";
import { isBlank } from "./white-space.ts";

export interface Dockerfile {
  directives: Directive[];
  /** The character that continues a line: `\` unless a directive says otherwise. */
  escapeMark: string;
  instructions: Instruction[];
  problems: SyntaxProblem[];
  /** The file's lines without line ends, for rules that look at how something was written. */
  lines: string[];
}

/** Ten times what any honest file has; the rest of a longer one is not looked at. */
const maxInstructions = 10_000;

/** The builder stops at the first one; nobody reads more than some. */
const maxProblems = 1000;

/** Bytes of a line with its line end; the builder stops at a longer one. */
const maxLine = 65_536;

const withHeredocs = new Set(["ADD", "COPY", "RUN"]);

/**
 * Reads a Dockerfile as BuildKit does. Never throws: what BuildKit would refuse becomes a problem at its place, and
 * reading goes on behind it, so that one mistake hides no other.
 */
export function parseDockerfile(source: string): Dockerfile {
  const rawLines = source.replace(/^\uFEFF/, "").split(/(?<=\n)/);
  const lines = rawLines.map(withoutLineEnd);
  if (source === "") lines.pop();
  const problems: SyntaxProblem[] = [];
  const report = (problem: SyntaxProblem): void => {
    if (problems.length < maxProblems) problems.push(problem);
  };
  const directives = readDirectives(lines, report);
  const escapeMark = escapeOf(directives, report);
  const reader = new LineReader(lines, rawLines, escapeMark);
  const instructions: Instruction[] = [];
  for (let line = reader.nextLogical(); line; line = reader.nextLogical()) {
    if (instructions.length === maxInstructions) {
      const message = `there are more than ${maxInstructions} instructions; what follows is not checked`;
      problems.push({ kind: "size", position: line.text.positionAt(0), message });
      break;
    }
    const instruction = parseInstruction(line, escapeMark, report);
    takeHeredocs(instruction, line, reader, lines, report);
    instructions.push(instruction);
  }
  checkLengths(rawLines, report);
  checkOrder(instructions, report);
  return { directives, escapeMark, instructions, problems, lines };
}

function withoutLineEnd(raw: string): string {
  let end = raw.endsWith("\n") ? raw.length - 1 : raw.length;
  while (raw[end - 1] === "\r") end -= 1;
  return raw.slice(0, end);
}

function escapeOf(directives: Directive[], report: (problem: SyntaxProblem) => void): string {
  const directive = directives.find(({ name }) => name === "escape");
  if (directive === undefined || directive.value === "\\" || directive.value === "`")
    return directive?.value ?? "\\";
  const message = `escape may be \\ or \`, not ${directive.value.slice(0, 20)}`;
  report({ kind: "directive", position: { line: directive.line, column: 1 }, message });
  return "\\";
}

function takeHeredocs(
  instruction: Instruction,
  line: LogicalLine,
  reader: LineReader,
  lines: readonly string[],
  report: (problem: SyntaxProblem) => void,
): void {
  const subject = instruction.trigger ?? instruction;
  if (!withHeredocs.has(subject.keyword) || subject.json) return;
  for (const mark of heredocMarks(line.text.text)) {
    const heredoc = takeHeredoc(mark, reader);
    subject.heredocs.push(heredoc);
    const length = heredoc.body.parts().length;
    instruction.endLine += heredoc.terminated ? length + 1 : length;
    if (heredoc.terminated) continue;
    const message = `the heredoc ${mark.name.slice(0, 40)} is never closed`;
    report({ kind: "heredoc", position: line.text.positionAt(mark.start), message });
    // It took the rest of the file; further ones of this line would only say so again.
    break;
  }
  if (subject.heredocs.length === 0) return;
  instruction.end = {
    line: instruction.endLine,
    column: (lines[instruction.endLine - 1] ?? "").length + 1,
  };
  subject.endLine = instruction.endLine;
  subject.end = instruction.end;
}

function checkLengths(rawLines: readonly string[], report: (problem: SyntaxProblem) => void): void {
  const index = rawLines.findIndex((raw) => isTooLong(raw));
  if (index < 0) return;
  const message = `the line is longer than ${maxLine - 1} bytes`;
  report({ kind: "line", position: { line: index + 1, column: 1 }, message });
}

function isTooLong(raw: string): boolean {
  // A character takes up to three bytes for each of its UTF-16 units.
  if (raw.length * 3 < maxLine) return false;
  const bytes = new TextEncoder().encode(raw).length;
  return raw.endsWith("\n") ? bytes > maxLine : bytes >= maxLine;
}

function checkOrder(instructions: readonly Instruction[], report: (problem: SyntaxProblem) => void): void {
  const first = instructions.findIndex(({ keyword }) => keyword === "FROM");
  if (first < 0) {
    const message = instructions.length === 0 ? "the file has no instructions" : "there is no FROM";
    report({ kind: "empty", position: { line: 1, column: 1 }, message });
    return;
  }
  const early = instructions.slice(0, first).find(({ keyword }) => keyword !== "ARG");
  if (early === undefined || isBlank(early.keyword)) return;
  const message = `${early.keyword.slice(0, 40)} stands before the first FROM`;
  report({ kind: "order", position: early.position, message });
}
