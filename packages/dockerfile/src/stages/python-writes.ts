import type { Image } from "../image.ts";
import type { FileWrite } from "./file-write.ts";
import { isWorldKnown } from "./passwords.ts";
import { type PythonProgram, pythonPrograms, writtenStrings } from "./python-programs.ts";
import type { PasswordOfImage } from "./set-passwords.ts";
import { doorOption } from "./sshd-line.ts";
import type { WrittenLine } from "./written-lines.ts";

/** Settings that Python programs write, as far as a string holds a whole line of them and another names the file. */
export function* pythonWrites(image: Image): Generator<FileWrite> {
  for (const program of pythonPrograms(image)) {
    yield* settingsOf(
      program,
      /^\/etc\/ssh\/sshd_config(?:\.d\/[\w.-]+)?$/,
      (line) => doorOption.exec(line)?.[1] === "",
    );
    yield* settingsOf(program, /^\/etc\/sudoers(?:\.d\/[\w.-]+)?$/, (line) =>
      /\bNOPASSWD\s*:|!authenticate/.test(line),
    );
  }
}

function* settingsOf(
  program: PythonProgram,
  file: RegExp,
  matters: (line: string) => boolean,
): Generator<FileWrite> {
  const target = program.strings.find(({ value }) => value.length < 200 && file.test(value))?.value;
  if (target === undefined) return;
  const lines: WrittenLine[] = [];
  for (const { value, start } of writtenStrings(program)) {
    const position = program.source.positionAt(start);
    for (const text of value.slice(0, 10_000).split("\n"))
      if (text.length < 1000 && matters(text))
        lines.push({ text, position, content: undefined, isComment: false });
  }
  const { step, when } = program;
  if (lines.length > 0)
    yield {
      target,
      how: "append",
      lines,
      edits: [],
      command: undefined,
      stage: step.stage,
      step,
      file: program.file,
      when,
    };
}

/** `subprocess.run(["chpasswd"], input=b"root:...")` */
export function* pythonPasswords(image: Image): Generator<PasswordOfImage> {
  for (const program of pythonPrograms(image)) {
    if (!program.strings.some(({ value }) => /^(?:\/usr\/sbin\/)?chpasswd$/.test(value))) continue;
    for (const { value, start, formatted } of program.strings) {
      const match =
        value.length > 300 || formatted ? null : /^([a-z_][\w-]{0,40}):([^\s:%{}]{1,200})\n?$/.exec(value);
      if (match === null) continue;
      const { step, file, when, source } = program;
      yield {
        command: { step, conditional: false, ...(file === undefined ? {} : { file }) },
        position: source.positionAt(start),
        how: "chpasswd sets a password",
        kind: "literal",
        weak: isWorldKnown(match[2] ?? "", match[1]),
        users: [match[1] ?? ""],
        when,
      };
    }
  }
}
