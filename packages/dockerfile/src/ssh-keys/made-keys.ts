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
  const makers = inBuild.filter((command) => command.step.instruction.keyword === "RUN" && makesKey(command));
  if (makers.length === 0) return;
  const removed = new Map<Step, string>();
  for (const { name, step, words } of image.commands) {
    if (name === "rm")
      removed.set(step, `${removed.get(step) ?? ""} ${words.map(({ value }) => value).join(" ")}`);
  }
  const isTrusted = trustsPublicKey(image);
  for (const command of makers) {
    const file = nameOf(optionValue(command, ["-f"])?.value ?? "~/.ssh/id_rsa");
    if (removed.get(command.step)?.includes(file)) continue;
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
