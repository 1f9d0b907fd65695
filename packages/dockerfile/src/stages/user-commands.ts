import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import { historyOf } from "../pins/stage-files.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { scriptCommands } from "./script-files.ts";
import type { Step } from "./stage.ts";
import { isMadeRoot, plainUserAt, type RunningUser } from "./users.ts";

/** A command of the build that runs as somebody who is not root. */
export interface UserCommand {
  command: ShellCommand;
  /** Undefined where it is not known. */
  folder: string | undefined;
  user: RunningUser & { name: string; step: Step };
}

/** Programs that run a command as somebody else, root most often. */
const switches = new Set(["sudo", "su", "doas", "gosu", "su-exec", "runuser", "fakeroot", "unshare", "ssh"]);

/** The commands of RUN, and of scripts that RUN runs, behind a USER that is not root. Read once for an image. */
export const userCommands = onceFor((image: Image): readonly UserCommand[] => [...read(image)]);

function* read(image: Image): Generator<UserCommand> {
  const rootNames = new Map<string, boolean>();
  const asUser = (command: ShellCommand, folder: string | undefined): UserCommand | undefined => {
    const user = plainUserAt(image, command.step);
    if (user === undefined || command.step.instruction.keyword !== "RUN") return undefined;
    if (command.via.some((name) => switches.has(name))) return undefined;
    const isRoot = rootNames.get(user.name) ?? isMadeRoot(image, user.name);
    rootNames.set(user.name, isRoot);
    return isRoot ? undefined : { command, folder, user };
  };
  for (const stage of image.stages) {
    if (!stage.steps.some((step) => plainUserAt(image, step))) continue;
    for (const { command, folder } of historyOf(image, stage).commands) {
      const found = command.step.stage === stage ? asUser(command, folder) : undefined;
      if (found) yield found;
    }
  }
  for (const command of scriptCommands(image, "build")) {
    const found = asUser(command, undefined);
    if (found) yield found;
  }
}
