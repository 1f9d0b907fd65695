import type { Location } from "@mia/step-result";
import type { Report } from "../rule.ts";

const remedy =
  "Take it out and have it replaced: it is in the history. A build gets it by `RUN --mount=type=secret,id=...`, a container when it starts.";

/** A message says what it is and never what it says: it goes where the Dockerfile does not. */
export function literalSecret(kind: string, where: string, place: Location): Report {
  return {
    message: `${kind} stands in ${where}: everybody who can read the file or pull the image has it`,
    remedy,
    locations: [place],
  };
}
