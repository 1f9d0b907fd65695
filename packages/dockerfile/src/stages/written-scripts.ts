import type { Image } from "../image.ts";
import { nameOf } from "../pins/container-path.ts";
import { newReading } from "../shell/command-reading.ts";
import { readScriptFile } from "../shell/read-commands.ts";
import { shells } from "../shell/unwrap.ts";
import { SpannedText } from "../syntax/spanned-text.ts";
import { type CopiedFile, copiedFiles } from "./copied-files.ts";
import type { FileWrite } from "./file-write.ts";
import { pythonPrograms, shellStrings } from "./python-programs.ts";
import type { ScriptFile } from "./script-files.ts";
import { stageWrites } from "./stage-writes.ts";

/** Scripts of one image that the Dockerfile itself holds and that are looked into. */
const maxScripts = 100;

/** Shell scripts whose text stands in the Dockerfile: heredocs of COPY, files that a RUN writes and runs, calls from Python. */
export function writtenScripts(image: Image): ScriptFile[] {
  const found: ScriptFile[] = [];
  // What cannot be read here is text that somebody else than a shell may read.
  const reading = newReading(() => undefined);
  for (const copied of copiedFiles(image)) {
    if (found.length >= maxScripts) return found;
    const body = copied.heredoc?.body;
    if (body === undefined || !isScript(copied, body.text)) continue;
    const commands = readScriptFile(body, copied.step, undefined, reading);
    found.push({ path: copied.targets[0] ?? "", when: whenRun(image, copied), commands });
  }
  const seen = new Set<unknown>();
  for (const [command, writes] of stageWrites(image).reads) {
    const { step, name, words } = command;
    if (!shells.test(name) && name !== "." && name !== "source" && !words[0]?.value.startsWith("/")) continue;
    const own = writes.filter(({ file, command: writer }) => file === undefined && writer !== undefined);
    const text = own.length === 1 && own[0]?.how === "replace" ? scriptOf(own[0]) : undefined;
    if (text === undefined || seen.has(own[0]?.command) || found.length >= maxScripts) continue;
    seen.add(own[0]?.command);
    const when = step.instruction.keyword === "RUN" ? "build" : "start";
    found.push({
      path: own[0]?.target ?? "",
      when,
      commands: readScriptFile(text, step, undefined, reading),
    });
  }
  for (const program of pythonPrograms(image)) {
    for (const { value, start } of shellStrings(program).slice(0, 20)) {
      const text = SpannedText.join([{ text: value, at: program.source.positionAt(start) }], false);
      const commands = readScriptFile(text, program.step, program.file, reading);
      found.push({ path: "", when: program.when, commands });
    }
  }
  return found;
}

function isScript({ targets }: CopiedFile, text: string): boolean {
  const program = /^#![ \t]*(?:\S*\/env[ \t]+)?(\S+)/.exec(text.slice(0, 400))?.[1];
  return program === undefined ? targets.some((target) => /\.(?:ba)?sh$/.test(target)) : shells.test(program);
}

function whenRun({ commands }: Image, { targets }: CopiedFile): ScriptFile["when"] {
  const names = new Set(targets.map(nameOf));
  const runs = commands.filter(({ words }) =>
    words.slice(0, 5).some(({ value }) => names.has(nameOf(value))),
  );
  if (
    runs.some(
      ({ step, name }) => step.instruction.keyword === "RUN" && !/^(?:chmod|chown|ls|cat|test)$/.test(name),
    )
  )
    return "build";
  return runs.some(({ step }) => step.instruction.keyword !== "RUN") ? "start" : "copied";
}

function scriptOf({ lines, command }: FileWrite): SpannedText | undefined {
  const heredoc = command?.redirects.find(({ operator }) => operator === "<<")?.target;
  if (heredoc)
    return heredoc.content ?? SpannedText.join([{ text: heredoc.value, at: heredoc.position }], false);
  return SpannedText.join(
    lines.flatMap(({ text, position }) => [{ text: `${text}\n`, at: position }]),
    false,
  );
}
