import type { Stage, Step } from "../stages/stage.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { SpannedText } from "../syntax/spanned-text.ts";

const posixShells = /(?:^|[/\\])(?:ba|da|a|k|z)?sh$/;

/** The script a RUN, CMD or ENTRYPOINT gives to a POSIX shell; undefined where another program reads it. */
export function shellSource({ instruction, stage }: Step): SpannedText | undefined {
  const { body, heredocs } = instruction;
  if (!posixShells.test(shellAt(stage, instruction) ?? "/bin/sh")) return undefined;
  const [only] = heredocs;
  if (only && heredocs.length === 1 && /^\d*<<-?\s*\S+$/.test(body.text)) {
    const shebang = /^#![ \t]*(\S+)(?:[ \t]+(\S+))?/.exec(only.body.text);
    const program = shebang?.[1]?.endsWith("/env") ? shebang[2] : shebang?.[1];
    return program === undefined || posixShells.test(program) ? only.body : undefined;
  }
  if (heredocs.length === 0) return body;
  return SpannedText.join([
    ...body.parts(),
    ...heredocs.flatMap((heredoc) => [
      { text: "\n", at: body.positionAt(body.text.length) },
      ...heredoc.body.parts(),
      { text: heredoc.name, at: { line: instruction.endLine, column: 1 } },
    ]),
  ]);
}

/** What SHELL says at this instruction: the last one before it in the stage or in those it builds on. */
function shellAt(stage: Stage, instruction: Instruction): string | undefined {
  for (let link: Stage | undefined = stage; link; link = link.parent) {
    const shell = link.steps.findLast(
      (step) => step.instruction.keyword === "SHELL" && step.instruction.startLine < instruction.startLine,
    );
    if (shell) return shell.instruction.json?.[0];
  }
  return undefined;
}
