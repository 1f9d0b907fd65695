import type { Image } from "../image.ts";
import type { Report } from "../rule.ts";
import { checksFile } from "../stages/checksums.ts";
import { placeOf } from "../stages/place.ts";
import { scriptCommands } from "../stages/script-files.ts";
import { insecureCommand } from "./insecure-command.ts";
import { forGood, ofOneHost, once } from "./insecure-reports.ts";

/** Commands of the build, the start and copied scripts; where a RUN checks what came, a download of it is checked. */
export function* insecureDownloads(image: Image): Generator<Report> {
  const inScripts = scriptCommands(image);
  const checked = new Set(
    [...image.commands, ...inScripts].filter(checksFile).map(({ step }) => step.instruction),
  );
  const said = new Map<unknown, Set<string>>();
  for (const command of [...image.commands, ...inScripts]) {
    const found = insecureCommand(command);
    if (found === undefined) continue;
    // A RUN that does it ten times is one finding.
    const { instruction } = command.step;
    const known = said.get(instruction) ?? new Set<string>();
    said.set(instruction, known);
    if (known.has(found.what)) continue;
    known.add(found.what);
    const place = placeOf(image, command, found.word.position);
    if (found.stays) yield found.host ? ofOneHost(found.host, place) : forGood(found.what, place);
    else if (!checked.has(command.step.instruction)) yield once(found.what, place);
  }
}
