import type { Image } from "../image.ts";
import { pipIntoRoots } from "../root-work/pip-into-roots.ts";
import { accountWork, givesAway, packageWork } from "../root-work/root-programs.ts";
import { systemFile } from "../root-work/system-files.ts";
import type { Report, Rule } from "../rule.ts";
import { placeOf } from "../stages/place.ts";
import { type UserCommand, userCommands } from "../stages/user-commands.ts";

export const rootWorkBeforeUser: Rule = {
  code: "MIA302",
  id: "root-work-before-user",
  description: "What only root may do stands before USER: packages, accounts, and files of the system.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    // The first command of a RUN stops it, or stands for those behind it.
    const seen = new Set<unknown>();
    for (const one of userCommands(image)) {
      const { instruction } = one.command.step;
      if (seen.has(instruction) || one.command.conditional) continue;
      const report = needsRoot(image, one) ?? pipIntoRoots(image, one);
      if (report === undefined) continue;
      seen.add(instruction);
      yield report;
    }
  },
};

function needsRoot(image: Image, one: UserCommand): Report | undefined {
  const { command, user } = one;
  const what = packageWork(command) ?? accountWork(command) ?? givesAway(one) ?? systemFile(image, one);
  if (what === undefined) return undefined;
  return {
    message: `${what} needs root, and this runs as ${user.name.slice(0, 80)}: it fails`,
    remedy: "Move it above the USER line, or write `USER root` before it and the user's own USER behind it.",
    locations: [
      placeOf(image, command, command.position),
      image.at(user.step.instruction.position, "from here on it is not root"),
    ],
  };
}
