import type { ExpandedInstruction } from "./stages/expand-instruction.ts";
import { readStages } from "./stages/read-stages.ts";
import type { Instruction, SyntaxProblem } from "./syntax/instruction.ts";
import { keywords } from "./syntax/keywords.ts";
import { parseDockerfile } from "./syntax/parse-dockerfile.ts";

export interface ParsedHeredoc {
  name: string;
  /** As it stands in the file, line ends and tabs included. */
  content: string;
  /** False where the name is quoted. */
  expand: boolean;
  /** `<<-`: tabs before each line do not count. */
  chomp: boolean;
}

/** One instruction as BuildKit's own parser gives it, and what its variables make of it. */
export interface ParsedInstruction {
  /** In capitals. */
  keyword: string;
  startLine: number;
  /** The last line, heredocs included. */
  endLine: number;
  /** As BuildKit has them: without quotes, dashes included. */
  flags: string[];
  /**
   * The values of BuildKit's nodes: for ENV and LABEL name, value and `=` (nothing in the old form without `=`) of each
   * pair, for ONBUILD the words of what it keeps, for a shell command one text.
   */
  arguments: string[];
  /** The strings of the JSON form, or null. */
  json: string[] | null;
  heredocs: ParsedHeredoc[];
  /** From 0; null before the first FROM. */
  stage: number | null;
  /** The arguments with ARG and ENV put in; null where the builder does not do that, or a value is not in the file. */
  expanded: string[] | null;
}

export interface ParsedView {
  instructions: ParsedInstruction[];
}

/** What a Dockerfile says, for holding it against another parser, and what the builder would refuse in it. Never throws. */
export function parsedView(text: string): { view: ParsedView; problems: SyntaxProblem[] } {
  const dockerfile = parseDockerfile(text);
  const seen = new Map<Instruction, { expanded: ExpandedInstruction; stage: number | null }>();
  readStages(
    dockerfile,
    () => {},
    (instruction, expanded, stage) => seen.set(instruction, { expanded, stage: stage?.index ?? null }),
  );
  const instructions = dockerfile.instructions.map((instruction): ParsedInstruction => {
    const found = seen.get(instruction);
    return {
      keyword: instruction.keyword,
      startLine: instruction.startLine,
      endLine: instruction.endLine,
      flags: instruction.flags.map((flag) => flag.text),
      arguments: argumentsOf(instruction),
      json: instruction.json ?? null,
      heredocs: (instruction.trigger ?? instruction).heredocs.map(heredocView),
      stage: found?.stage ?? null,
      expanded: found?.expanded.arguments ?? null,
    };
  });
  const refused = [...seen.values()].flatMap(({ expanded }) => expanded.refused);
  const problems = [...dockerfile.problems, ...refused];
  problems.sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column);
  return { view: { instructions }, problems };
}

function argumentsOf({ keyword, words, assignments, trigger }: Instruction): string[] {
  if (!keywords.has(keyword)) return [];
  if (trigger) return [trigger.keyword, ...argumentsOf(trigger)];
  if (keyword !== "ENV" && keyword !== "LABEL") return words.map((word) => word.text);
  const mark = words[0]?.text.includes("=") ? "=" : "";
  return assignments.flatMap(({ name, value = "" }) => [name, value, mark]);
}

function heredocView({ name, body, expands, stripsTabs }: Instruction["heredocs"][number]): ParsedHeredoc {
  return { name, content: body.text, expand: expands, chomp: stripsTabs };
}
