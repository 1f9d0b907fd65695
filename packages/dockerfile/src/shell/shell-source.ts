import type { Step } from "../stages/stage.ts";
import { SpannedText } from "../syntax/spanned-text.ts";

const posixShells = /(?:^|[/\\])(?:ba|da|a|k|z)?sh$/;

/** The script a RUN, CMD or ENTRYPOINT gives to a POSIX shell; undefined where another program reads it. */
export function shellSource({ instruction, shell }: Step): SpannedText | undefined {
  const { body, heredocs } = instruction;
  if (!posixShells.test(shell ?? "/bin/sh")) return undefined;
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
