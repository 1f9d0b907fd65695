import { choice, flag, lines, optionalText } from "@mia/action-kit";
import { objectName, refined, someLines } from "./input-fields.ts";

/** What of earlier builds is used, and what is kept for later ones. */
export const cacheInputs = {
  cache: choice({
    description:
      "Where finished steps are kept from one run to the next: in a registry, in GitHub's cache, in a folder, or not at all.",
    values: ["off", "registry", "gha", "local"],
    default: "off",
  }),
  "cache-ref": optionalText({
    description:
      "Place of the cache. registry: an image name, by default the first tag's repository with the tag cache-<scope>. local: a folder.",
    placeholder: "REF|FOLDER",
  }),
  "cache-scope": refined(
    optionalText({
      description: "Name that keeps caches of different images apart. Default: the model's slug.",
      placeholder: "NAME",
    }),
    (value) => (value === undefined || objectName.test(value) ? undefined : "is letters, digits, . _ and -"),
  ),
  "cache-write": choice({
    description:
      "Whether the typed cache is written. auto: on pushes and runs of the default branch only, and never outside of a workflow.",
    values: ["auto", "true", "false"],
    default: "auto",
  }),
  "cache-from": someLines(
    {
      description: "Further caches to read, as buildx writes them, one a line.",
      placeholder: "CACHE",
    },
    rawProblem,
  ),
  "cache-to": someLines(
    {
      description:
        "Further caches to write, as buildx writes them, one a line. They are written on every branch.",
      placeholder: "CACHE",
    },
    rawProblem,
  ),
  "no-cache": flag({ description: "Build every stage anew.", default: false }),
  "no-cache-filters": lines({
    description: "Stages that are built anew, one a line.",
    placeholder: "STAGE",
  }),
  pull: flag({
    description: "Ask the registries whether the tags that the Dockerfile starts from have moved.",
    default: false,
  }),
};

/** A cache's own credentials (`token=`, `secret_access_key=`) would stand in the process list and the log. */
function rawProblem(line: string): string | undefined {
  if (line.length > 1000) return "is too long";
  return /(?:^|,)"?(?:ghtoken|token|secret_access_key|session_token|secret_key|account_key)=/i.test(line)
    ? "holds a credential, which anyone could read in the process list; give it in the environment"
    : undefined;
}
