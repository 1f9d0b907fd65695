import { type Directive, readDirectives } from "./directives.ts";
import { heredocMarks, takeHeredoc } from "./heredoc.ts";
import type { Instruction, SyntaxProblem } from "./instruction.ts";
import { LineReader } from "./logical-lines.ts";
import { keywords, parseInstruction } from "./parse-instruction.ts";

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

const withHeredocs = new Set(["ADD", "COPY", "RUN"]);

/**
 * Reads a Dockerfile as BuildKit does. Never throws: what BuildKit would refuse becomes a problem at its place, and
 * reading goes on behind it, so that one mistake hides no other.
 */
export function parseDockerfile(source: string): Dockerfile {
  const lines = source.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  const problems: SyntaxProblem[] = [];
  const directives = readDirectives(lines);
  const escapeMark = escapeOf(directives, problems);
  const reader = new LineReader(lines, escapeMark);
  const instructions: Instruction[] = [];
  for (let line = reader.nextLogical(); line; line = reader.nextLogical()) {
    if (instructions.length === maxInstructions) {
      const message = `there are more than ${maxInstructions} instructions; what follows is not checked`;
      problems.push({ kind: "size", position: line.text.positionAt(0), message });
      break;
    }
    const instruction = parseInstruction(line, escapeMark, (problem) => problems.push(problem));
    takeHeredocs(instruction, reader, escapeMark, problems);
    instructions.push(instruction);
  }
  if (!instructions.some(({ keyword }) => keyword === "FROM")) {
    const message = instructions.length === 0 ? "the file has no instructions" : "there is no FROM";
    problems.push({ kind: "empty", position: { line: 1, column: 1 }, message });
  }
  return { directives, escapeMark, instructions, problems, lines };
}

function escapeOf(directives: Directive[], problems: SyntaxProblem[]): string {
  const directive = directives.find(({ name }) => name === "escape");
  if (directive === undefined || directive.value === "\\" || directive.value === "`")
    return directive?.value ?? "\\";
  const message = `escape may be \\ or \`, not ${directive.value.slice(0, 20)}`;
  problems.push({ kind: "directive", position: { line: directive.line, column: 1 }, message });
  return "\\";
}

function takeHeredocs(
  instruction: Instruction,
  reader: LineReader,
  escapeMark: string,
  problems: SyntaxProblem[],
): void {
  const subject = instruction.trigger ?? instruction;
  if (!keywords.has(subject.keyword) || !withHeredocs.has(subject.keyword) || subject.json) return;
  for (const mark of heredocMarks(subject.body.text, escapeMark)) {
    const heredoc = takeHeredoc(mark, reader);
    subject.heredocs.push(heredoc);
    const length = heredoc.body.text.split("\n").length;
    instruction.endLine += heredoc.terminated ? length : length - 1;
    if (heredoc.terminated) continue;
    const position = subject.body.positionAt(mark.start);
    const message = `the heredoc ${mark.name.slice(0, 40)} is never closed`;
    problems.push({ kind: "heredoc", position, message });
    // It took the rest of the file; further ones of this line would only say so again.
    break;
  }
  subject.endLine = instruction.endLine;
}
