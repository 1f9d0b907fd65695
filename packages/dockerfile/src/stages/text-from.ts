import type { Instruction } from "../syntax/instruction.ts";

/** What was looked up, by instruction: a RUN of a megabyte may be asked for each of its commands. */
const found = new WeakMap<Instruction, Map<string, string | undefined>>();

/** The text of an instruction, or of its heredocs, from the first mention of a word on; undefined where there is none. */
export function textFrom(instruction: Instruction, word: string): string | undefined {
  const known = found.get(instruction) ?? new Map<string, string | undefined>();
  found.set(instruction, known);
  if (!known.has(word)) known.set(word, find(instruction, word));
  return known.get(word);
}

function find({ body, heredocs }: Instruction, word: string): string | undefined {
  const texts = [body.text, ...heredocs.map((heredoc) => heredoc.body.text)];
  const text = texts.find((one) => one.includes(word));
  return text?.slice(text.indexOf(word));
}
