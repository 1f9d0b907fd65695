import { operands, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import type { FileWrite } from "./file-write.ts";
import { plainReplacement, sedEdits } from "./sed-edits.ts";
import { linesAt, linesOfContent, linesOfWord, type WrittenLine, wordsAsLine } from "./written-lines.ts";

const writers = new Set(["echo", "printf", "cat", "tee"]);

/** Which command reads another's output. */
export function consumersOf(commands: readonly ShellCommand[]): Map<ShellCommand, ShellCommand> {
  const consumers = new Map<ShellCommand, ShellCommand>();
  for (const command of commands) if (command.pipedFrom) consumers.set(command.pipedFrom, command);
  return consumers;
}

/** What one command writes by its words: echo, printf, cat, tee, and the edits of sed and perl. */
export function* writesOf(
  command: ShellCommand,
  consumers: ReadonlyMap<ShellCommand, ShellCommand>,
  when: "build" | "start",
): Generator<FileWrite> {
  const { name, step, file } = command;
  const rest = { command, stage: step.stage, step, file, when };
  if (writers.has(name)) {
    const lines = linesOf(command);
    if (lines.length === 0) return;
    for (const one of destinationsOf(command, consumers)) yield { ...one, lines, edits: [], ...rest };
  } else if (name === "sed" || name === "perl") {
    const extended =
      name === "perl" || command.words.some(({ value }) => /^-[a-zA-Z]*[Er]|^--regexp-ext/.test(value));
    const edits = command.words.slice(1).flatMap((word) => sedEdits(word, extended));
    if (edits.length === 0) return;
    const target = operands(command, ["-e", "-f", "--expression"]).at(-1);
    const isFile = target !== undefined && sedEdits(target, extended).length === 0 && target.known;
    const redirect = command.redirects.find(({ operator }) => writing.test(operator))?.target;
    const named = redirect ?? (isFile ? target : undefined);
    const lines = edits.flatMap((edit) => {
      const text = plainReplacement(edit);
      return text === edit.to && edit.content
        ? linesOfContent(edit.content)
        : linesAt(text, edit.word.position);
    });
    yield { target: named?.known ? named.value : undefined, how: "edit", lines, edits, ...rest };
  }
}

/** Redirections of the output into a file. */
const writing = /^(?:>[>|]?|&>>?)$/;

const console = /^\/dev\/(?:null|stdout|stderr|tty|console)$/;

type Destination = Pick<FileWrite, "target" | "how">;

/** Where echo's words end up: a redirection, or the files of a tee or dd behind it. None where that is the build's output. */
export function destinationsOf(
  command: ShellCommand,
  consumers: ReadonlyMap<ShellCommand, ShellCommand>,
): Destination[] {
  let at = command;
  for (let hops = 0; hops < 10; hops++) {
    const files = filesOf(at);
    if (files) return files;
    const next = consumers.get(at);
    // Inside `bash -c "..."` and its like, the output may still go into a file.
    if (next === undefined)
      return at.via.length > 0 && isOpen(at) ? [{ target: undefined, how: "append" }] : [];
    if (!passesOn.has(next.name)) break;
    at = next;
  }
  return [{ target: undefined, how: "append" }];
}

const passesOn = new Set(["cat", "tee", "dd", "sponge", "base64", "tr"]);

function isOpen({ redirects }: ShellCommand): boolean {
  return !redirects.some(({ operator }) => operator.includes(">"));
}

/** Undefined where the output goes on into a pipe, or nowhere that is known. */
function filesOf(command: ShellCommand): Destination[] | undefined {
  const { name, words, redirects } = command;
  const named: Destination[] = [];
  if (name === "tee" || name === "sponge") {
    const appends = words.some(({ value }) => /^-[a-z]*a|^--append$/.test(value));
    const how = appends ? "append" : "replace";
    for (const { known, value } of operands(command).slice(0, 10))
      if (!known || !console.test(value)) named.push({ target: known ? value : undefined, how });
  }
  const output = name === "dd" ? words.find(({ value }) => value.startsWith("of=")) : undefined;
  if (output) named.push({ target: output.known ? output.value.slice(3) : undefined, how: "replace" });
  if (named.length > 0) return named;
  const redirect = redirects.findLast(({ operator }) => writing.test(operator) || operator === ">&");
  if (redirect === undefined) return undefined;
  const { target, operator } = redirect;
  if (console.test(target.value) || (operator === ">&" && /^\d+$|^-$/.test(target.value))) return [];
  return [
    { target: target.known ? target.value : undefined, how: operator.includes(">>") ? "append" : "replace" },
  ];
}

function linesOf({ name, words, redirects }: ShellCommand): WrittenLine[] {
  const lines: WrittenLine[] = [];
  if (name === "echo" || name === "printf") {
    // echo's words make one line; each word may hold lines of its own.
    const options = words.slice(1).filter(({ value }) => !/^-[neE]+$/.test(value));
    const [first, ...given] = options;
    if (first && name === "printf" && given.length > 0 && first.value.includes("%"))
      lines.push(...linesAt(formatted(first.value, given), first.position));
    else if (first && options.every(({ value }) => !/\s/.test(value)))
      lines.push(...wordsAsLine(options, first.position));
    else lines.push(...options.flatMap(linesOfWord));
  }
  for (const { operator, target } of redirects) {
    if (operator === "<<" || operator === "<<<") lines.push(...linesOfWord(target));
  }
  return lines;
}

/** UTF-16 units of what printf makes. */
const maxFormatted = 10_000;

/** `printf '%s %s\n' a b`: the format is used again as long as words are left. */
function formatted(format: string, words: readonly ShellWord[]): string {
  let text = "";
  let next = 0;
  do {
    const before = next;
    text += format.replace(/%(?:%|-?[\d.]*([a-z]))/g, (whole, kind: string | undefined) =>
      kind === undefined ? (whole === "%%" ? "%" : whole) : (words[next++]?.value ?? ""),
    );
    if (next === before) break;
  } while (next < words.length && text.length < maxFormatted);
  return text.slice(0, maxFormatted);
}
