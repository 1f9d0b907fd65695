import type { SyntaxProblem } from "./instruction.ts";
import { indentOf } from "./white-space.ts";

/** A parser directive, `# name=value` in the first lines of a Dockerfile. */
export interface Directive {
  name: string;
  value: string;
  line: number;
}

const known = new Set(["syntax", "escape", "check"]);

/** Longer lines are no directive to us; finding the end of a value must not take the square of its length. */
const maxLine = 4096;

/** The directives of a file: they end at the first line that is none, be it a comment or empty. */
export function readDirectives(
  lines: readonly string[],
  report: (problem: SyntaxProblem) => void,
): Directive[] {
  const directives: Directive[] = [];
  for (const [index, raw] of lines.entries()) {
    const line = raw.length > maxLine ? "" : raw.slice(indentOf(raw));
    const match = /^#[\t\f\r ]*([A-Za-z][A-Za-z0-9]*)[\t\f\r ]*=[\t\f\r ]*(.+?)[\t\f\r ]*$/s.exec(line);
    const name = match?.[1]?.toLowerCase();
    if (name === undefined || !known.has(name)) break;
    const position = { line: index + 1, column: indentOf(raw) + 1 };
    if (directives.some((directive) => directive.name === name)) {
      report({ kind: "directive", position, message: `the directive ${name} stands here a second time` });
      break;
    }
    directives.push({ name, value: match?.[2] ?? "", line: index + 1 });
  }
  return directives;
}
