import type { Image } from "../image.ts";
import type { Report } from "../rule.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { fileWrites } from "../stages/file-writes.ts";
import { placeOf } from "../stages/place.ts";
import { scriptCommands } from "../stages/script-files.ts";
import { startsSshd } from "../stages/sshd-start.ts";
import { isOn, type Step } from "../stages/stage.ts";
import { makesHostKeys, removesHostKeys } from "./host-key-commands.ts";
import { removalFix } from "./removal-fix.ts";

/** RUNs that make keys of the host and leave them in their layer. */
export function* hostKeys(image: Image): Generator<Report> {
  const makers = image.commands.filter(
    (command) => command.step.instruction.keyword === "RUN" && makesHostKeys(command),
  );
  if (makers.length === 0) return;
  const removals = [...image.commands, ...scriptCommands(image)].filter(removesHostKeys);
  const server = { isUsed: usesServer(image), makesKeys: makesKeysAtStart(image) };
  // The last of several installations in one RUN says it for all of them.
  const last = new Map(makers.map((command) => [command.step, command]));
  for (const [step, command] of last) {
    const own = image.commandsOf(step.stage).indexOf(command);
    const isRemoved = removals.some(
      (one) => one.step === step && one.file === undefined && image.commandsOf(step.stage).indexOf(one) > own,
    );
    if (!isRemoved) yield hostKeyReport(image, command, laterRemoval(removals, step), server);
  }
}

function hostKeyReport(
  image: Image,
  command: ShellCommand,
  removed: ShellCommand | undefined,
  server: { isUsed: boolean; makesKeys: boolean },
): Report {
  const { instruction } = command.step;
  const what = command.name === "ssh-keygen" ? "ssh-keygen makes" : "installing openssh-server makes";
  const location = image.at(command.position);
  const isMeant = server.isUsed || command.name === "ssh-keygen";
  if (removed) {
    return {
      message: `${what} host keys here, and another layer removes them: this one still holds them, for whoever has the image`,
      remedy: "Remove them in the same RUN: `&& rm -f /etc/ssh/ssh_host_*`.",
      locations: [location, placeOf(image, removed, removed.position, "removed only here")],
      severity: "warning",
      ...removalFix(image, command.step, "safe"),
    };
  }
  return {
    message: `${what} host keys, and they stay: every container has the same ones, and whoever has the image can pass itself off as any of them`,
    remedy:
      "Remove them in the same RUN (`&& rm -f /etc/ssh/ssh_host_*`), and run `ssh-keygen -A` when a container starts: it makes those that are missing.",
    locations: [location],
    // Keys of a server that nobody starts open nothing. A base that is not known may start it.
    ...(isMeant ? {} : { confidence: "medium" as const }),
    // They let somebody pass for the server, and nobody in: whether that weighs as much as an open door, the policy says.
    ...(isMeant && image.policy.user ? {} : { severity: "warning" as const }),
    // Without keys sshd does not start: somebody has to make new ones first.
    ...(instruction.keyword === "RUN"
      ? removalFix(image, command.step, server.makesKeys ? "safe" : "unsafe")
      : {}),
  };
}

function makesKeysAtStart(image: Image): boolean {
  const started = image.commands.filter(({ step }) => /^(?:CMD|ENTRYPOINT)$/.test(step.instruction.keyword));
  return [...started, ...scriptCommands(image, "start", "copied")].some(
    (command) => command.name === "ssh-keygen" && makesHostKeys(command),
  );
}

/** sshd is started or set up here, or its port is open. */
function usesServer(image: Image): boolean {
  if (image.commands.some(startsSshd) || scriptCommands(image).some(startsSshd)) return true;
  if (
    fileWrites(image).some(({ target }) => target !== undefined && /sshd_config|authorized_keys/.test(target))
  )
    return true;
  return image.dockerfile.instructions.some(
    ({ keyword, words }) => keyword === "EXPOSE" && words.some(({ text }) => /^22(?:\/tcp)?$/.test(text)),
  );
}

/** In a later RUN of the same image, or by what runs when the container starts. */
function laterRemoval(removals: readonly ShellCommand[], step: Step): ShellCommand | undefined {
  return removals.slice(0, 1000).find((command) => {
    const { instruction } = command.step;
    const isBehind = command.file !== undefined || instruction.startLine > step.instruction.startLine;
    return isBehind && isOn(command.step.stage, step.stage);
  });
}
