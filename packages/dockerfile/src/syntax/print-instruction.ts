import type { Flag, Instruction } from "./instruction.ts";
import type { Dockerfile } from "./parse-dockerfile.ts";

/** A Dockerfile without comments and continuations: what was parsed from it, one instruction a line, reads the same again. */
export function printDockerfile({ instructions, escapeMark }: Dockerfile): string {
  const head = escapeMark === "\\" ? "" : `# escape=${escapeMark}\n`;
  return head + instructions.map((instruction) => printInstruction(instruction, escapeMark)).join("");
}

/** One instruction on a line of its own, heredocs behind it. */
export function printInstruction(instruction: Instruction, escapeMark: string): string {
  const { keyword, flags, body, trigger, heredocs } = instruction;
  const words = [keyword, ...flags.map((flag) => printFlag(flag, escapeMark))];
  // A body that looks like a flag came behind `--`.
  if (body.text.startsWith("--")) words.push("--");
  if (body.text !== "") words.push(body.text);
  const bodies = (trigger?.heredocs ?? heredocs).map(
    (heredoc) => heredoc.body.text + (heredoc.terminated ? `${heredoc.name}\n` : ""),
  );
  return `${words.join(" ")}\n${bodies.join("")}`;
}

function printFlag({ text }: Flag, escapeMark: string): string {
  return text.replace(/[\s'"\\`]/g, (character) =>
    /[\s'"]/.test(character) || character === escapeMark ? escapeMark + character : character,
  );
}
