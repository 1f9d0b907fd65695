import type { Image } from "../image.ts";
import { folderOf, joinPath, nameOf } from "../pins/container-path.ts";
import type { FileEvent } from "../pins/file-event.ts";
import { originOf } from "../pins/file-origin.ts";
import { historyOf } from "../pins/stage-files.ts";
import { operands, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import { shells } from "../shell/unwrap.ts";
import { type CopiedFile, copiedFiles } from "./copied-files.ts";
import type { Stage, Step } from "./stage.ts";

/** What runs a script of the context, or brings one in. */
export interface ScriptUse {
  /** Context paths it may have, the likeliest first. */
  candidates: string[];
  /** Whether a RUN runs it, the container's start does, or it only lies there. */
  when: "build" | "start" | "copied";
  step: Step;
  /** A shell is told to read it, whatever its name. */
  isScript?: true;
}

/** Each one walks through what happened to the files of a stage. */
const maxLookUps = 1000;

/** The scripts that the commands of an image run, and those that COPY brings. */
export function scriptUses(image: Image): ScriptUse[] {
  const uses: ScriptUse[] = [];
  const copied = copiedFiles(image).filter(({ kind }) => kind === "context");
  const names = new Set(copied.flatMap(({ source, targets }) => [source, ...targets].map(nameOf)));
  const budget = { left: maxLookUps };
  for (const stage of image.stages) {
    if (copied.length === 0 && !stage.steps.some(hasMount)) continue;
    const inRun = historyOf(image, stage).commands.filter(({ command }) => command.step.stage === stage);
    for (const { command, folder, seen, mounts } of inRun)
      uses.push(...usesOf(image, command, { folder, seen, mounts, names, budget, when: "build" }));
    for (const command of image.commandsOf(stage)) {
      const { instruction, folder } = command.step;
      if (instruction.keyword === "RUN") continue;
      uses.push(...usesOf(image, command, { folder, names, budget, when: "start" }));
    }
  }
  for (const one of copied) {
    if (looksLikeScript(one)) uses.push({ candidates: [one.source], when: "copied", step: one.step });
  }
  return uses;
}

function hasMount({ instruction }: Step): boolean {
  return instruction.flags.some(({ name }) => name === "mount");
}

const programFolders = /^\/(?:usr\/(?:local\/)?)?s?bin$/;

/** `start.sh`, and what lands among the programs without a suffix. */
function looksLikeScript({ source, targets }: CopiedFile): boolean {
  if (/[*?[]/.test(source) || source === "") return false;
  const name = nameOf(source);
  if (/\.(?:ba|da|z|k)?sh$/.test(name)) return true;
  return (
    !name.includes(".") &&
    targets.some((target) => programFolders.test(folderOf(target)) && nameOf(target) === name)
  );
}

interface Around {
  folder: string | undefined;
  seen?: number;
  mounts?: readonly FileEvent[];
  /** Names of files that COPY brings: a command that has none of these is a program of the image. */
  names: ReadonlySet<string>;
  budget: { left: number };
  when: ScriptUse["when"];
}

function* usesOf(image: Image, command: ShellCommand, around: Around): Generator<ScriptUse> {
  const { stage } = command.step;
  for (const path of pathsRun(command, around)) {
    if (--around.budget.left < 0) return;
    const origin = originOf(image, stage, path, around.seen, around.mounts);
    if (origin && origin.context.length > 0)
      yield {
        candidates: origin.context,
        when: around.when,
        step: command.step,
        ...(isShellOrSource(command) ? { isScript: true } : {}),
      };
  }
}

/** Scripts that a script runs: by their place in the image, or beside it where it says so relatively. */
export function* runBy(
  image: Image,
  commands: readonly ShellCommand[],
  stage: Stage,
  when: ScriptUse["when"],
  path: string,
): Generator<ScriptUse> {
  const names = new Set(copiedFiles(image).flatMap(({ targets }) => targets.map(nameOf)));
  for (const command of commands.slice(0, 2000)) {
    for (const inner of pathsRun(command, { folder: command.step.folder, names, when: "build" })) {
      const origin = originOf(image, stage, inner);
      const beside = joinPath(folderOf(path), nameOf(inner));
      const candidates = [...(origin?.context ?? []), ...(beside === undefined || origin ? [] : [beside])];
      const known = candidates.filter((one) => nameOf(one) !== "" && /\.(?:ba)?sh$|\/[^.]+$/.test(one));
      if (known.length > 0) yield { candidates: known, when, step: command.step };
    }
  }
}

/** The paths in the image of what a command runs. */
function* pathsRun(
  command: ShellCommand,
  { folder, names, when }: Omit<Around, "budget">,
): Generator<string> {
  const { name, words } = command;
  const absolute = (value: string): string | undefined =>
    value.startsWith("/") ? joinPath("/", value) : folder ? joinPath(folder, value) : undefined;
  const first = words[0];
  const isShell = shells.test(name);
  const run = isShell || name === "." || name === "source" ? operands(command, ["-o", "-O"])[0] : first;
  // `sh < script`, `cat script | sh`
  const fed = isShell && run === undefined ? inputFiles(command) : [];
  const others = when === "start" && !isShell ? words.slice(1, 20) : [];
  for (const word of [run, ...fed, ...others]) {
    if (!word?.known || word.value === "" || word.value.length > 400) continue;
    const { value } = word;
    if (value.includes("/") || (word !== first && names.has(value))) {
      const path = absolute(value);
      if (path !== undefined) yield path;
    } else if (word === first && names.has(value)) {
      for (const bin of ["/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin"])
        yield `${bin}/${value}`;
    }
  }
}

function isShellOrSource({ name }: ShellCommand): boolean {
  return shells.test(name) || name === "." || name === "source";
}

function inputFiles({ redirects, pipedFrom }: ShellCommand): ShellWord[] {
  const given = redirects.filter(({ operator }) => operator === "<").map(({ target }) => target);
  return [...given, ...(pipedFrom?.name === "cat" ? operands(pipedFrom) : [])].slice(0, 5);
}
