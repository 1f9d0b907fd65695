import { type EditableFile, editableDockerfile, fixOf, indentOf, replaceLines } from "../fixes/edit.ts";
import type { Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { locateInLine } from "../span-location.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { keywords } from "../syntax/parse-instruction.ts";

export const continuationIsNotBroken: Rule = {
  code: "MIA501",
  id: "continuation-is-not-broken",
  description: "Nothing stands behind the backslash that continues a line.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    const { instructions } = image.dockerfile;
    const { path } = image.source.dockerfile;
    const file = editableDockerfile(image);
    let mendedTo = 0;
    for (const [index, instruction] of instructions.entries()) {
      const { endLine } = instruction;
      const mark = brokenMark(image, instruction);
      if (mark === undefined) continue;
      // One fix mends all that belongs together.
      const chain = endLine > mendedTo ? brokenChain(image, index) : [];
      mendedTo = Math.max(mendedTo, chain.at(-1)?.endLine ?? 0);
      yield {
        message:
          "the comment behind the backslash ends the instruction here; the next line is read as an instruction",
        remedy:
          "Put the comment on a line of its own, above: comment lines inside an instruction are left out.",
        locations: [
          locateInLine(path, endLine, mark + 1, (file.lines[endLine - 1] ?? "").trimEnd().length + 1),
        ],
        ...fixFor(image, file, chain),
      };
    }
  },
};

/** Where in its last line the backslash stands, counted from 0; undefined where no comment breaks the continuation. */
function brokenMark({ dockerfile }: Image, { endLine, heredocs }: Instruction): number | undefined {
  const { lines, escapeMark } = dockerfile;
  const mark = (lines[endLine - 1] ?? "").search(escapeMark === "\\" ? /(?<!\\)\\[ \t]+#/ : /`[ \t]+#/);
  return mark < 0 || heredocs.length > 0 || !breaks(lines, endLine) ? undefined : mark;
}

/** Whether the lines behind were meant to go on: the next one with content begins no instruction. */
function breaks(lines: string[], endLine: number): boolean {
  for (let index = endLine; index < lines.length; index++) {
    const line = lines[index] as string;
    if (line.trim() === "" || /^\s*#/.test(line)) continue;
    const word = /^\s*(\S+)/.exec(line)?.[1];
    return word !== undefined && !keywords.has(word.toUpperCase());
  }
  return false;
}

/** The instruction and the pieces of it that were read as instructions of their own. */
function brokenChain(image: Image, index: number): Instruction[] {
  const { instructions } = image.dockerfile;
  const chain: Instruction[] = [];
  for (let at = index; at < instructions.length && chain.length < maxPieces; at++) {
    const instruction = instructions[at] as Instruction;
    chain.push(instruction);
    if (brokenMark(image, instruction) === undefined) break;
  }
  return chain;
}

/** Pieces that one fix puts together. */
const maxPieces = 200;

function fixFor(image: Image, file: EditableFile, chain: readonly Instruction[]): Partial<Report> {
  const [first, ...pieces] = chain;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined || chain.length === maxPieces) return {};
  if (pieces.some(({ keyword, heredocs }) => keywords.has(keyword) || heredocs.length > 0)) return {};
  const marks = new Map(chain.map((one) => [one.endLine, brokenMark(image, one)]));
  const lines: string[] = [];
  for (let number = first.endLine; number <= last.endLine; number++) {
    const line = file.lines[number - 1] ?? "";
    const mark = marks.get(number);
    const comment = mark === undefined ? "" : line.slice(mark + 1).trim();
    // In the first lines of a file a comment may be a directive.
    if (/^#\s*\w+\s*=/.test(comment)) return {};
    if (mark === undefined) lines.push(line);
    else lines.push(indentOf(file, number) + comment, line.slice(0, mark + 1));
  }
  return fixOf(
    "Move the comment to a line of its own",
    "safe",
    replaceLines(file, first.endLine, last.endLine, lines.join("\n")),
  );
}
