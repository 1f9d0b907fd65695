import type { Rule } from "../rule.ts";
import { keywords } from "../syntax/parse-instruction.ts";

export const continuationIsNotBroken: Rule = {
  code: "MIA501",
  id: "continuation-is-not-broken",
  description: "Nothing stands behind the backslash that continues a line.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check({ dockerfile, at }) {
    const { lines, escapeMark, instructions } = dockerfile;
    for (const { endLine, heredocs } of instructions) {
      const line = lines[endLine - 1] ?? "";
      const mark = line.search(escapeMark === "\\" ? /(?<!\\)\\[ \t]+#/ : /`[ \t]+#/);
      if (mark < 0 || heredocs.length > 0 || !breaks(lines, endLine)) continue;
      yield {
        message:
          "the comment behind the backslash ends the instruction here; the next line is read as an instruction",
        remedy:
          "Put the comment on a line of its own, above: comment lines inside an instruction are left out.",
        locations: [at({ line: endLine, column: mark + 1 })],
      };
    }
  },
};

/** Whether the lines behind were meant to go on: the next one with content begins no instruction. */
function breaks(lines: string[], endLine: number): boolean {
  const next = lines.slice(endLine).find((line) => line.trim() !== "" && !/^\s*#/.test(line));
  const word = next === undefined ? undefined : /^\s*(\S+)/.exec(next)?.[1];
  return word !== undefined && !keywords.has(word.toUpperCase());
}
