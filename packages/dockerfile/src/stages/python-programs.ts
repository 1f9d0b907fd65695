import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import { nameOf } from "../pins/container-path.ts";
import { operands, type ShellCommand } from "../shell/shell-command.ts";
import { SpannedText } from "../syntax/spanned-text.ts";
import { type CopiedFile, copiedFiles } from "./copied-files.ts";
import { type PythonString, pythonStrings } from "./python-strings.ts";
import type { Step } from "./stage.ts";

/** A Python program that a RUN or the container's start runs, as far as its text is there. */
export interface PythonProgram {
  strings: readonly PythonString[];
  source: SpannedText;
  step: Step;
  /** As findings name it; undefined for the Dockerfile. */
  file: string | undefined;
  when: "build" | "start";
}

/** Programs of one image that are looked into. */
const maxPrograms = 100;

export const pythonPrograms = onceFor((image: Image): readonly PythonProgram[] => {
  const found: PythonProgram[] = [];
  const add = (
    source: SpannedText,
    step: Step,
    file: string | undefined,
    when: PythonProgram["when"],
  ): void => {
    // Most programs do nothing of what is looked for, and need no second look.
    if (found.length >= maxPrograms || !matters.test(source.text)) return;
    found.push({ strings: pythonStrings(source), source, step, file, when });
  };
  const copies = copiedPrograms(image);
  for (const { steps } of image.stages) {
    for (const step of steps) {
      const { heredocs, keyword } = step.instruction.trigger ?? step.instruction;
      const [only] = heredocs;
      if (keyword === "RUN" && only && /^#!.*\bpython/.test(only.body.text))
        add(only.body, step, undefined, "build");
    }
  }
  for (const command of image.commands) {
    const { step, words, file } = command;
    if (!/^python[\d.]*$/.test(command.name)) continue;
    const when = step.instruction.keyword === "RUN" ? "build" : "start";
    const at = words.findIndex(({ value }) => /^-[a-zA-Z]*c$/.test(value));
    const given =
      at > 0 ? words[at + 1] : command.redirects.find(({ operator }) => /^<<<?$/.test(operator))?.target;
    if (given) add(given.content ?? linesOf(given.value, given.position), step, file, when);
    else addCopied(command, copies, image, (source, path) => add(source, step, path, when));
  }
  return found;
});

const matters = /chpasswd|sudoers|sshd_config|system\(|subprocess|popen/i;

function copiedPrograms(image: Image): ReadonlyMap<string, CopiedFile> {
  const python = copiedFiles(image).filter(({ kind }) => kind === "context" || kind === "heredoc");
  return new Map(python.flatMap((one) => one.targets.map((target) => [nameOf(target), one] as const)));
}

function addCopied(
  command: ShellCommand,
  copies: ReadonlyMap<string, CopiedFile>,
  { files }: Image,
  add: (source: SpannedText, path: string | undefined) => void,
): void {
  const [program] = operands(command, ["-W", "-X"]);
  const copied = program?.known ? copies.get(nameOf(program.value)) : undefined;
  if (copied?.heredoc) add(copied.heredoc.body, undefined);
  const file = copied?.kind === "context" ? files.get(copied.source) : undefined;
  if (file) add(linesOf(file.text, { line: 1, column: 1 }), file.path);
}

function linesOf(text: string, at: { line: number; column: number }): SpannedText {
  const lines = text.slice(0, 256 * 1024).split(/(?<=\n)/);
  return SpannedText.join(
    lines.map((line, index) => ({ text: line, at: index === 0 ? at : { line: at.line + index, column: 1 } })),
    false,
  );
}

/** Strings that a program hands to a shell. */
export function shellStrings({ strings }: PythonProgram): readonly PythonString[] {
  return strings.filter(
    ({ before, formatted, value }) =>
      !formatted &&
      /\b(?:system|popen|getoutput|run|call|check_call|check_output|Popen)\($/.test(before) &&
      /\s/.test(value),
  );
}

/** Strings that may end up in a file: not what is looked for, compared or printed. */
export function writtenStrings({ strings }: PythonProgram): readonly PythonString[] {
  return strings.filter(
    ({ before, after }) =>
      !/\b(?:replace|sub|subn|compile|match|search|find|index|count|startswith|endswith|split|print|log|info|debug|warning|error|exit|[A-Z]\w*(?:Error|Exception))\([bruf]?$|(?:==|!=|\bin|\bassert|\braise)$/.test(
        before,
      ) && !/^(?:not\s+in\b|in\b|==|!=)/.test(after),
  );
}
