import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import type { Heredoc } from "../syntax/heredoc.ts";
import { consumersOf, writesOf } from "./command-writes.ts";
import { copiedConfigurations } from "./copied-configurations.ts";
import { copiedFiles } from "./copied-files.ts";
import type { FileWrite } from "./file-write.ts";
import { scriptFiles } from "./script-files.ts";
import type { Step } from "./stage.ts";
import { linesOfContent } from "./written-lines.ts";

/** What the Dockerfile and the scripts it copies write into files, in the order written; scripts of the start last. */
export const fileWrites = onceFor((image: Image): readonly FileWrite[] => [
  ...inStages(image),
  ...inScripts(image),
]);

function* inStages(image: Image): Generator<FileWrite> {
  const copies = new Map(copiedFiles(image).map((one) => [one.heredoc ?? one, one]));
  for (const stage of image.stages) {
    const commands = image.commandsOf(stage);
    const consumers = consumersOf(commands);
    let next = 0;
    for (const step of stage.steps) {
      const instruction = step.instruction.trigger ?? step.instruction;
      const { keyword, heredocs } = instruction;
      for (; next < commands.length; next++) {
        const command = commands[next] as ShellCommand;
        if (command.step.instruction !== instruction) break;
        yield* writesOf(command, consumers, keyword === "RUN" ? "build" : "start");
      }
      if (keyword !== "RUN")
        for (const heredoc of heredocs) yield heredocWrite(heredoc, copies.get(heredoc)?.targets[0], step);
    }
    yield* copiedConfigurations(image, stage);
  }
}

function heredocWrite({ body }: Heredoc, target: string | undefined, step: Step): FileWrite {
  const rest = { command: undefined, stage: step.stage, step, file: undefined, when: "build" as const };
  return { target, how: "replace", lines: linesOfContent(body), edits: [], ...rest };
}

function* inScripts(image: Image): Generator<FileWrite> {
  for (const { commands, when } of scriptFiles(image).scripts) {
    const consumers = consumersOf(commands);
    for (const command of commands) yield* writesOf(command, consumers, when === "build" ? "build" : "start");
  }
}
