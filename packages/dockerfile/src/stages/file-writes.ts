import type { Image } from "../image.ts";
import { nameOf } from "../pins/container-path.ts";
import { originOf } from "../pins/file-origin.ts";
import { operands, placedValue, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import type { Heredoc } from "../syntax/heredoc.ts";
import { type Position, SpannedText } from "../syntax/spanned-text.ts";
import { copiedFiles } from "./copied-files.ts";
import { scriptFiles } from "./script-files.ts";
import { plainReplacement, type SedEdit, sedEdits } from "./sed-edits.ts";
import type { Stage, Step } from "./stage.ts";

/** A line of configuration that a build or a start writes somewhere. */
export interface WrittenLine {
  text: string;
  position: Position;
  /** The text with the places of its characters, where it stands in the file as it is. */
  content: SpannedText | undefined;
  /** It begins with `#`. */
  isComment: boolean;
}

/** One thing that writes a file: echo, tee, sed, a heredoc, COPY. */
export interface FileWrite {
  /** The file as the command names it; undefined where it is not known. */
  target: string | undefined;
  how: "replace" | "append" | "edit";
  /** Without empty ones; of an edit what it puts in. */
  lines: WrittenLine[];
  edits: SedEdit[];
  command: ShellCommand | undefined;
  stage: Stage;
  step: Step;
  /** Where the lines stand, as findings name it; undefined for the Dockerfile. */
  file: string | undefined;
  /** During the build, or when the container starts. */
  when: "build" | "start";
}

const writes = new WeakMap<Image, readonly FileWrite[]>();

/** What the Dockerfile and the scripts it copies write into files, in the order written; scripts of the start last. */
export function fileWrites(image: Image): readonly FileWrite[] {
  const known = writes.get(image);
  if (known) return known;
  const found = [...inStages(image), ...inScripts(image)];
  writes.set(image, found);
  return found;
}

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

/** Files that matter wherever they come from, a copied folder included. */
const configurations = ["/etc/ssh/sshd_config", "/etc/sudoers", "/etc/apt/apt.conf"];
const configuration =
  /(?:^|\/)(?:sshd_config|sudoers|sshd_config\.d\/[^/]+|sudoers\.d\/[^/]+|pip\.conf|\.condarc|\.npmrc|\.curlrc|\.wgetrc|\.gitconfig|gitconfig|apt\.conf(?:\.d\/[^/]+)?|[^/]+\.list|jupyter_[a-z_]+_config\.(?:py|json))$/;

/** Context paths of configuration files whose texts the rules would read. */
export function wantedConfigurations(image: Image): string[] {
  const wanted = new Set<string>();
  for (const { kind, source, targets } of copiedFiles(image)) {
    // Whether a .pem is a private key stands in it alone.
    const isWanted = targets.some(isConfiguration) || /\.(?:pem|key)$/.test(source);
    if (kind === "context" && !/[*?[]/.test(source) && isWanted) wanted.add(source);
  }
  for (const stage of image.stages) {
    for (const path of configurations)
      for (const one of originOf(image, stage, path)?.context.slice(0, 2) ?? []) wanted.add(one);
  }
  return [...wanted];
}

function isConfiguration(path: string): boolean {
  return configuration.test(path);
}

function* copiedConfigurations(image: Image, stage: Stage): Generator<FileWrite> {
  const seen = new Set<string>();
  const copied = copiedFiles(image).filter(({ step, kind }) => step.stage === stage && kind === "context");
  for (const { source, targets, step } of copied) {
    const target = targets.find(isConfiguration);
    const file = target === undefined ? undefined : image.files.get(source);
    if (file === undefined || seen.has(source)) continue;
    seen.add(source);
    yield copiedWrite(file, target, step);
  }
  const last = copied.at(-1);
  for (const target of last ? configurations : []) {
    const path = originOf(image, stage, target)?.context.find((one) => image.files.get(one) !== undefined);
    const file = path === undefined ? undefined : image.files.get(path);
    if (file === undefined || path === undefined || seen.has(path) || last === undefined) continue;
    seen.add(path);
    yield copiedWrite(file, target, last.step);
  }
}

/** UTF-16 units; a configuration is short. */
const maxConfiguration = 256 * 1024;

function copiedWrite(
  file: { path: string; text: string },
  target: string | undefined,
  step: Step,
): FileWrite {
  const lines = file.text
    .slice(0, maxConfiguration)
    .replace(/^\uFEFF/, " ")
    .split("\n");
  const content = SpannedText.join(
    lines.map((line, index) => ({
      text: `${line.replace(/\r$/, " ")}\n`,
      at: { line: index + 1, column: 1 },
    })),
  );
  const rest = { command: undefined, stage: step.stage, step, file: file.path, when: "build" as const };
  return { target, how: "replace", lines: linesOfContent(content), edits: [], ...rest };
}

function* inScripts(image: Image): Generator<FileWrite> {
  for (const { commands, when } of scriptFiles(image).scripts) {
    const consumers = consumersOf(commands);
    for (const command of commands) yield* writesOf(command, consumers, when === "build" ? "build" : "start");
  }
}

/** Which command reads another's output. */
function consumersOf(commands: readonly ShellCommand[]): Map<ShellCommand, ShellCommand> {
  const consumers = new Map<ShellCommand, ShellCommand>();
  for (const command of commands) if (command.pipedFrom) consumers.set(command.pipedFrom, command);
  return consumers;
}

const writers = new Set(["echo", "printf", "cat", "tee"]);

function* writesOf(
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

/** `echo PermitRootLogin yes`: the line's characters stand in several words. */
function wordsAsLine(words: readonly ShellWord[], position: Position): WrittenLine[] {
  const text = words.map(({ value }) => value).join(" ");
  const parts = words.flatMap((word, index) => {
    const placed = placedValue(word);
    const space = index === 0 ? [] : [{ text: " ", at: word.position }];
    return placed ? [...space, ...placed.parts()] : [];
  });
  const content = SpannedText.join(parts);
  return content.text === text ? linesOfContent(content) : linesAt(text, position);
}

function linesOfWord(word: ShellWord): WrittenLine[] {
  const placed = placedValue(word);
  return placed ? linesOfContent(placed) : linesAt(word.value, word.position);
}

const lineEnd = /\\n|\n/g;

function linesOfContent(content: SpannedText): WrittenLine[] {
  const lines: WrittenLine[] = [];
  const { text } = content;
  let start = 0;
  const add = (end: number): void => {
    const line = text.slice(start, end);
    const isComment = /^\s*#/.test(line);
    if (line.trim() !== "")
      lines.push({
        text: line,
        position: content.positionAt(start),
        content: content.slice(start, end),
        isComment,
      });
  };
  for (const match of text.matchAll(lineEnd)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(text.length);
  return lines;
}

/** The lines of a text of which only the beginning's place is known. */
function linesAt(text: string, position: Position): WrittenLine[] {
  return text
    .split(lineEnd)
    .filter((line) => line.trim() !== "")
    .map((line) => ({ text: line, position, content: undefined, isComment: /^\s*#/.test(line) }));
}

/** A word of the file's own: its last folder and name decide, for folders are variables often. */
export function writesTo({ target }: FileWrite, name: RegExp): boolean {
  return target === undefined || name.test(target) || /[$`]/.test(target) || nameOf(target) === "";
}
