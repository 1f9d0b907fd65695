import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import type { Position } from "../syntax/spanned-text.ts";
import type { Stage } from "./stage.ts";

/** A line of configuration that a build writes somewhere, by echo, sed, a heredoc or COPY. */
export interface WrittenLine {
  text: string;
  position: Position;
}

const writers = new Set(["echo", "printf", "cat", "tee"]);
const editors = new Set(["sed", "perl"]);

/** The lines that the commands and COPY heredocs of a build write, without comments. */
export function* writtenLines(stages: Stage[], commands: ShellCommand[]): Generator<WrittenLine> {
  for (const command of commands) {
    if (writers.has(command.name)) yield* linesOf(command);
    else if (editors.has(command.name)) {
      for (const word of command.words.slice(1)) yield* editedLines(word);
    }
  }
  for (const { steps } of stages) {
    for (const { instruction } of steps) {
      const { keyword, heredocs } = instruction.trigger ?? instruction;
      if (keyword === "RUN") continue;
      for (const { body } of heredocs) yield* split(body.text, (offset) => body.positionAt(offset));
    }
  }
}

function* linesOf({ words, redirects }: ShellCommand): Generator<WrittenLine> {
  // echo's words make one line; each word may hold lines of its own.
  const options = words.slice(1).filter(({ value }) => !/^-[neE]+$/.test(value));
  const spaced = options.every(({ value }) => !/\s/.test(value));
  const [first] = options;
  if (spaced && first) {
    const text = options.map(({ value }) => value).join(" ");
    yield* split(text, () => first.position);
  } else for (const { value, position } of options) yield* split(value, () => position);
  for (const { operator, target } of redirects) {
    if (operator !== "<<" && operator !== "<<<") continue;
    let line = 0;
    for (const text of target.value.split("\n")) {
      const position = { line: target.position.line + line++, column: 1 };
      yield* split(text, () => position);
    }
  }
}

/** What a `s/from/to/` or `a text` of sed writes; a name that `to` only refers back to is put in. */
function* editedLines({ value, position }: ShellWord): Generator<WrittenLine> {
  for (const match of value.matchAll(
    /(?:^|[;\s\d$/}!,])s([/|#,@!%])((?:\\.|(?!\1)[^\\\n])*)\1((?:\\.|(?!\1)[^\\\n])*)\1/g,
  )) {
    // A name to put in is short; looking for brackets takes the square of the length.
    const from = (match[2] ?? "").slice(0, 1000);
    const group = /\\?\((.*?)\\?\)/.exec(from)?.[1] ?? "";
    const to = (match[3] ?? "").replace(/\\1|\$1|&/g, () => group.replace(/[^A-Za-z ].*$/, "") || from);
    yield* split(to, () => position);
  }
  const appended = /(?:^|[\s\d$/])[aic]\\?\s+(.*)$/s.exec(value)?.[1];
  if (appended !== undefined) yield* split(appended, () => position);
}

function* split(text: string, positionAt: (offset: number) => Position): Generator<WrittenLine> {
  let offset = 0;
  for (const line of text.split(/\\n|\n/)) {
    if (!/^\s*#/.test(line)) yield { text: line, position: positionAt(offset) };
    offset = text.indexOf(line, offset) + line.length;
  }
}
