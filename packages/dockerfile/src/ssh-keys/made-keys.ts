import type { Image } from "../image.ts";
import { nameOf } from "../pins/container-path.ts";
import type { Report } from "../rule.ts";
import { optionValue, type ShellCommand } from "../shell/shell-command.ts";
import { placeOf } from "../stages/place.ts";
import { scriptCommands } from "../stages/script-files.ts";
import type { Step } from "../stages/stage.ts";
import { makesHostKeys } from "./host-key-commands.ts";

/** `ssh-keygen -f ~/.ssh/id_rsa` in a RUN. */
export function* madeKeys(image: Image): Generator<Report> {
  const inBuild = [...image.commands, ...scriptCommands(image, "build")];
  if (!inBuild.some(makesKey)) return;
  const isTrusted = trustsPublicKey(image);
  for (const command of keptOf(inBuild)) {
    yield {
      message:
        "ssh-keygen makes a private key while building: every container has it, and so has whoever has the image",
      remedy:
        "Make it when the container starts, or mount it; `RUN --mount=type=ssh` lends yours to a build.",
      locations: [placeOf(image, command, command.position)],
      severity: isTrusted ? "error" : "warning",
    };
  }
}

/** The commands whose key nothing behind them removes in the same RUN, in the order written. */
function keptOf(commands: readonly ShellCommand[]): ShellCommand[] {
  const kept: ShellCommand[] = [];
  const removed = new Map<Step, Set<string>>();
  let file: string | undefined;
  for (const command of commands.toReversed()) {
    const { name, step, words, conditional } = command;
    // What a script removes after this point need not be after that point of another.
    if (command.file !== file) removed.clear();
    file = command.file;
    if (/^(?:rm|shred|unlink)$/.test(name) && !conditional) {
      const known = removed.get(step) ?? new Set<string>();
      removed.set(step, known);
      for (const { value } of words.slice(1)) known.add(value.replace(/\/+$/, ""));
    } else if (step.instruction.keyword === "RUN" && makesKey(command)) {
      const key = optionValue(command, ["-f"])?.value ?? "~/.ssh/id_rsa";
      if (!isRemoved(key, removed.get(step))) kept.push(command);
    }
  }
  return kept.reverse();
}

/** By its name, by a `*`, or with a folder that it lies in. */
function isRemoved(file: string, removed: ReadonlySet<string> | undefined): boolean {
  if (removed === undefined) return false;
  for (const value of removed) {
    const star = value.indexOf("*");
    if (nameOf(value) === nameOf(file)) return true;
    if (
      star > 0
        ? file.startsWith(value.slice(0, star)) ||
          (!value.includes("/") && nameOf(file).startsWith(value.slice(0, star)))
        : file.startsWith(`${value}/`)
    )
      return true;
  }
  return false;
}

/** Those that read, change or sign keys make none. */
function makesKey(command: ShellCommand): boolean {
  const { name, words } = command;
  return (
    name === "ssh-keygen" &&
    !makesHostKeys(command) &&
    !words.some(({ value }) => /^-[yeilFRHLpcBrQYDkKUMW]$/.test(value))
  );
}

/** The image lets in whoever has the key that it made. */
function trustsPublicKey(image: Image): boolean {
  return [...image.commands, ...scriptCommands(image)].some(
    ({ words, redirects }) =>
      [...words, ...redirects.map(({ target }) => target)].some(({ value }) =>
        value.endsWith("authorized_keys"),
      ) && words.some(({ value }) => value.endsWith(".pub")),
  );
}
