import type { Step } from "../stages/stage.ts";
import { placeJsonStrings } from "../syntax/json-form.ts";
import type { SpannedText } from "../syntax/spanned-text.ts";
import { CommandReader } from "./command-reader.ts";
import type { CommandReading } from "./command-reading.ts";
import type { ShellCommand } from "./shell-command.ts";
import { shellSource } from "./shell-source.ts";

/** Every simple command of a RUN, CMD or ENTRYPOINT, in the order written. What a limit leaves out is reported. */
export function readCommands(step: Step, reading: CommandReading): ShellCommand[] {
  const { json, body } = step.instruction;
  const reader = new CommandReader(step, reading);
  if (json) {
    const words = placeJsonStrings(body).map((content) => {
      const { text } = content;
      const end = content.endAt(text.length);
      return { text, value: text, known: true, position: content.positionAt(0), end, content };
    });
    reader.add(words, [], undefined, 0);
  } else {
    const source = shellSource(step);
    if (source) reader.readScript(source, 0);
  }
  return reader.commands;
}

/** The same of a script that came with COPY. `step` is what runs it, or brings it in; `file` is how findings name it, undefined for the Dockerfile. */
export function readScriptFile(
  source: SpannedText,
  step: Step,
  file: string | undefined,
  reading: CommandReading,
): ShellCommand[] {
  const reader = new CommandReader(step, reading, file);
  reader.readScript(source, 0);
  return reader.commands;
}
