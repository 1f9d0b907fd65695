import { operands, type ShellCommand } from "../shell/shell-command.ts";
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
    if (lines.length > 0) yield { ...destinationOf(command, consumers), lines, edits: [], ...rest };
  } else if (name === "sed" || name === "perl") {
    const extended =
      name === "perl" || command.words.some(({ value }) => /^-[a-zA-Z]*[Er]|^--regexp-ext/.test(value));
    const edits = command.words.slice(1).flatMap((word) => sedEdits(word, extended));
    if (edits.length === 0) return;
    const target = operands(command, ["-e", "-f", "--expression"]).at(-1);
    const isFile = target !== undefined && sedEdits(target, extended).length === 0 && target.known;
    const redirect = command.redirects.find(({ operator }) => operator.startsWith(">"))?.target;
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

/** Where echo's words end up: a redirection, or the file of a tee behind it. */
function destinationOf(
  command: ShellCommand,
  consumers: ReadonlyMap<ShellCommand, ShellCommand>,
): Pick<FileWrite, "target" | "how"> {
  let at = command;
  for (let hops = 0; hops < 10; hops++) {
    const redirect = at.redirects.find(({ operator }) => /^>[>|]?$/.test(operator));
    if (redirect && !/^\/dev\/(?:null|stdout|stderr)$/.test(redirect.target.value)) {
      const { target, operator } = redirect;
      return {
        target: target.known ? target.value : undefined,
        how: operator === ">>" ? "append" : "replace",
      };
    }
    if (at.name === "tee") {
      const file = operands(at)[0];
      const appends = at.words.some(({ value }) => value === "-a" || value === "--append");
      return { target: file?.known ? file.value : undefined, how: appends ? "append" : "replace" };
    }
    const next = consumers.get(at);
    if (next === undefined || (next.name !== "cat" && next.name !== "tee")) break;
    at = next;
  }
  return { target: undefined, how: "append" };
}

function linesOf({ name, words, redirects }: ShellCommand): WrittenLine[] {
  const lines: WrittenLine[] = [];
  if (name === "echo" || name === "printf") {
    // echo's words make one line; each word may hold lines of its own.
    const options = words.slice(1).filter(({ value }) => !/^-[neE]+$/.test(value));
    const [first] = options;
    if (first && options.every(({ value }) => !/\s/.test(value)))
      lines.push(...wordsAsLine(options, first.position));
    else lines.push(...options.flatMap(linesOfWord));
  }
  for (const { operator, target } of redirects) {
    if (operator === "<<" || operator === "<<<") lines.push(...linesOfWord(target));
  }
  return lines;
}
