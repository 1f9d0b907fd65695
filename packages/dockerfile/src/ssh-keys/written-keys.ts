import type { Image } from "../image.ts";
import { nameOf } from "../pins/container-path.ts";
import type { Report } from "../rule.ts";
import { fileWrites } from "../stages/file-writes.ts";
import { placeOf } from "../stages/place.ts";
import { privateName } from "./private-key.ts";

/** `echo "$SSH_KEY" > ~/.ssh/id_rsa` in a RUN. */
export function* writtenKeys(image: Image): Generator<Report> {
  for (const { command, target, when, lines, file } of fileWrites(image)) {
    if (command === undefined || when === "start" || command.step.instruction.keyword !== "RUN") continue;
    if (target === undefined || !privateName.test(nameOf(target)) || lines.length === 0) continue;
    if (command.words.some(({ value }) => value.includes("/run/secrets/"))) continue;
    yield {
      message: `a private key is written to ${target.slice(0, 200)} while building: the history of the image shows where it came from, and the layer keeps it`,
      remedy: "Use `RUN --mount=type=ssh`: it lends the caller's agent to one RUN and leaves nothing.",
      locations: [placeOf(image, { file }, command.position)],
    };
  }
}
