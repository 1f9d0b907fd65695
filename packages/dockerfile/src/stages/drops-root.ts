import type { Image } from "../image.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { scriptFiles } from "./script-files.ts";
import { scriptUses } from "./script-uses.ts";
import { chainOf, type Stage, type Step, stepsOfChain } from "./stage.ts";

const droppers = new Set(["gosu", "runuser", "setpriv", "su-exec"]);

/** Whether the container's start, root's as it is, hands over to another user: by `exec gosu app "$@"` and its like in a script. */
export function dropsRoot(image: Image, target: Stage): boolean {
  const entry = entryOf(stepsOfChain(target));
  if (entry === undefined) return false;
  const own = chainOf(target).flatMap((stage) => image.commandsOf(stage));
  const { text } = image.source.dockerfile;
  if (own.some((command) => command.step === entry && drops(text, command))) return true;
  const started = new Set([
    ...scriptUses(image).flatMap(({ step, candidates }) => (step === entry ? candidates : [])),
    ...own.flatMap(({ step, words }) => (step === entry ? words.map(({ value }) => value) : [])),
  ]);
  return scriptFiles(image)
    .scripts.filter(({ path }) => started.has(path))
    .some(({ path, commands }) =>
      commands.some((command) => drops(command.file ? image.files.get(path)?.text : text, command)),
    );
}

/** What starts the container: ENTRYPOINT, else CMD. */
function entryOf(steps: readonly Step[]): Step | undefined {
  const last = (keyword: string): Step | undefined =>
    steps.findLast(({ instruction }) => instruction.keyword === keyword);
  return last("ENTRYPOINT") ?? last("CMD");
}

/** The shell, or whoever starts the container, gives its place to the program of somebody else. `text`: what the command stands in. */
function drops(text: string | undefined, { via, position }: ShellCommand): boolean {
  const dropper = via.find((name) => droppers.has(name));
  if (dropper === undefined || (via[0] !== "exec" && via[0] !== dropper && via[1] !== dropper)) return false;
  const line = text?.split("\n", position.line)[position.line - 1] ?? "";
  const toRoot = /\b(?:gosu|su-exec|--reuid[= ]|-u)["',\s]+(?:root|0)\b|--reuid[= ](?:root|0)\b/.test(line);
  return !toRoot && (dropper !== "setpriv" || line.includes("--reuid"));
}
