import type { Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import { uncheckedCommands } from "../shell/unchecked-commands.ts";
import { atSpan } from "../span-location.ts";
import { type CheckoutUse, checkoutUses } from "../stages/checkout-uses.ts";
import { shellsOf } from "../stages/shells.ts";

export const checkoutIsUsed: Rule = {
  code: "MIA202",
  id: "checkout-is-used",
  description:
    "The ref that is checked out is the one the build goes on with: in the right folder, in time, and checked.",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const uses = image.stages.flatMap((stage) => checkoutUses(stage, image));
    if (uses.length === 0) return;
    const isUnchecked = uncheckedOf(image, uses);
    for (const use of uses) {
      const report = judge(image, use) ?? (isUnchecked(use.command) ? goesOn(image, use) : undefined);
      if (report) yield report;
    }
  },
};

function uncheckedOf(image: Image, uses: readonly CheckoutUse[]): (command: ShellCommand) => boolean {
  const shells = shellsOf(image.stages);
  const steps = new Set(uses.map(({ command }) => command.step));
  const byStep = new Map([...steps].map((step) => [step, uncheckedCommands(step, shells.get(step))]));
  return ({ step, position }) => byStep.get(step)?.has(`${position.line}:${position.column}`) ?? false;
}

const shown = (ref: ShellWord): string => ref.value.slice(0, 80);

function judge(image: Image, { command, ref, trouble }: CheckoutUse): Report | undefined {
  if (trouble === undefined) return undefined;
  const place = atSpan(image, { position: command.position, end: ref.end });
  const folder = trouble.folder.slice(0, 200);
  switch (trouble.kind) {
    case "lost-cd":
      return {
        message: `git checkout ${shown(ref)} does not run in ${folder}: the cd of another RUN ended with that RUN`,
        remedy: `Write \`git -C ${folder} checkout ${shown(ref)}\`, or cd in the same RUN.`,
        locations: [place, image.at(trouble.position, "this cd lasts for its own RUN only")],
      };
    case "late-cd":
      return {
        message: `git checkout ${shown(ref)} runs before ${folder} is entered, so it is not that tree it moves`,
        remedy: `Write \`git -C ${folder} checkout ${shown(ref)}\`, or cd first.`,
        locations: [place, image.at(trouble.position, "entered only here")],
      };
    case "new-branch":
      return {
        message: `git checkout -b ${shown(ref)} makes a new branch of that name from the default branch; it takes no tag`,
        remedy: `Write \`git checkout ${shown(ref)}\`, without -b.`,
        locations: [place],
      };
    case "used-before":
      return {
        message: `${folder} is installed before ${shown(ref)} is checked out: the image gets the default branch`,
        remedy: "Check the ref out first, right behind the clone.",
        locations: [place, image.at(trouble.position, "installed here")],
      };
  }
}

function goesOn(image: Image, { command, ref }: CheckoutUse): Report {
  return {
    message: `where git checkout ${shown(ref)} fails, the build goes on with the default branch: nothing looks at its result`,
    remedy: "Write && behind it instead of ; or a new line, or begin the script with `set -e`.",
    locations: [atSpan(image, { position: command.position, end: ref.end })],
    confidence: "medium",
  };
}
