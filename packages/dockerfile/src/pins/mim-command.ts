import type { Image } from "../image.ts";
import { operands, optionValue, type ShellCommand } from "../shell/shell-command.ts";
import { type OptionUse, optionsFrom } from "./install-options.ts";
import type { Install } from "./installs.ts";
import { placesOf } from "./pip-command.ts";
import { readRequirement } from "./read-requirement.ts";
import { normalName } from "./requirement.ts";

/**
 * `mim install mmcv-full==1.4.0`: OpenMMLab's pip, which looks up the wheel index for the torch that is there. So which
 * indexes it uses is never known from its words alone.
 */
export function mimInstalls(image: Image, command: ShellCommand): Install[] {
  const [verb, ...named] =
    command.name === "mim" ? operands(command, ["-i", "-f", "-r", "--find-links"]) : [];
  if (verb?.value !== "install") return [];
  const links = optionValue(command, ["--find-links", "-f"]);
  const uses: OptionUse[] = links
    ? [{ name: "--find-links", value: links.value, known: links.known, location: image.at(links.position) }]
    : [];
  const options = optionsFrom(uses, false, false);
  return named.flatMap((word): Install[] => {
    const { places, exact } = placesOf(word);
    const reading = readRequirement(places, exact);
    if (!("requirement" in reading) || reading.requirement.source !== "index") return [];
    const requirement = word.known ? reading.requirement : { ...reading.requirement, known: false };
    const { position, end } = requirement;
    return [
      {
        tool: "pip",
        verb: "install",
        name: normalName(requirement.name),
        requirement,
        location: { ...image.at(position), endLine: end.line, endColumn: end.column },
        step: command.step,
        command,
        from: "command",
        file: undefined,
        options,
        applies: true,
        uncertain: false,
        constraints: [],
      },
    ];
  });
}
