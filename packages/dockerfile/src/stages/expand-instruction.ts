import { heredocMarks } from "../syntax/heredoc.ts";
import type { Assignment, Instruction, SyntaxProblem } from "../syntax/instruction.ts";
import type { Position } from "../syntax/spanned-text.ts";
import { type Expanded, expand, expandHeredoc, type Lookup } from "./expand.ts";
import type { Budget } from "./expansion-settings.ts";

/** An instruction as the builder has it after expansion. */
export interface ExpandedInstruction {
  /** Null where the builder does not expand, and where a value is not known from the file. */
  arguments: string[] | null;
  /** What the builder stops at. */
  refused: SyntaxProblem[];
}

const plain = new Set(["ADD", "COPY", "EXPOSE", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR"]);
const expandedFlags = new Set(["chown", "chmod", "checksum", "platform"]);

/** Expands what the builder expands of an instruction; which that is was tried with BuildKit 0.25. */
export function expandInstruction(
  instruction: Instruction,
  lookup: Lookup,
  escapeMark: string,
  budget: Budget,
): ExpandedInstruction {
  const { keyword } = instruction;
  const refused: SyntaxProblem[] = [];
  let known = true;
  const read = (text: string, position: Position, seen = lookup): string => {
    const expanded: Expanded = expand(text, seen, escapeMark, budget);
    if (expanded.unknown.length > 0) known = false;
    if (expanded.refused)
      refused.push({ kind: "expansion", position, message: `${keyword}: ${expanded.refused}` });
    return expanded.value;
  };
  const words = expandWords(instruction, read, lookup);
  const found = known ? words : null;
  if (keyword === "FROM" && found?.[0] === "") {
    const { position } = instruction.words[0] ?? instruction;
    refused.push({ kind: "expansion", position, message: "FROM names no image: its variable is empty" });
  }
  for (const { name, value, position } of instruction.flags) {
    if (value === undefined) continue;
    if (expandedFlags.has(name)) read(value, position);
    else if (keyword === "COPY" && name === "from" && hasVariable(value, escapeMark))
      refused.push({ kind: "expansion", position, message: "COPY: --from takes no variables" });
  }
  if (keyword === "COPY" || keyword === "ADD") {
    for (const { expands, body } of instruction.heredocs) {
      const { refused: why } = expands ? expandHeredoc(body.text, lookup, budget) : {};
      if (why)
        refused.push({ kind: "expansion", position: body.positionAt(0), message: `${keyword}: ${why}` });
    }
  }
  return { arguments: found, refused };
}

function hasVariable(text: string, escapeMark: string): boolean {
  return expand(text, () => undefined, escapeMark).unknown.length > 0;
}

type Read = (text: string, position: Position, seen?: Lookup) => string;

function expandWords(instruction: Instruction, read: Read, lookup: Lookup): string[] | null {
  const { keyword, words, assignments, heredocs } = instruction;
  if (keyword === "FROM")
    return words.map(({ text, position }, index) => (index === 0 ? read(text, position) : text));
  if (keyword === "ARG") return expandArguments(assignments, read, lookup);
  if (keyword === "ENV" || keyword === "LABEL") {
    const mark = words[0]?.text.includes("=") ? "=" : "";
    return assignments.flatMap(({ name, value = "", position }) => [
      read(name, position),
      read(value, position),
      mark,
    ]);
  }
  if (!plain.has(keyword)) return null;
  return words.flatMap(({ text, position }) => {
    if (heredocs.length > 0 && heredocMarks(text).length > 0) return [text];
    const value = read(text, position);
    // A port list from a variable becomes several ports, unless it stands in quotes.
    return keyword === "EXPOSE" && !/["'\\`]/.test(text) ? value.split(/\s+/).filter(Boolean) : [value];
  });
}

/** Each argument sees those to its left. */
function expandArguments(assignments: readonly Assignment[], read: Read, lookup: Lookup): string[] {
  const own = new Map<string, string>();
  const seen: Lookup = (name) => own.get(name) ?? lookup(name);
  return assignments.map(({ name, value, position }) => {
    if (value === undefined) return name;
    const expanded = read(value, position, seen);
    own.set(name, expanded);
    return `${name}=${expanded}`;
  });
}
