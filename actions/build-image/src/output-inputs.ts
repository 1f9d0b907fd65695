import { choice, flag, lines } from "@mia/action-kit";
import { isImageTag, labelNames } from "@mia/container";
import { pairs, refined, someLines } from "./input-fields.ts";
import { parseNamed } from "./parse-named.ts";

/** How the image is called and where it goes. */
export const outputInputs = {
  tags: refined(
    lines({
      description: "Tags of the image, one a line. Default: model-image/<slug>:latest.",
      placeholder: "TAG",
    }),
    tagProblem,
  ),
  labels: pairs(
    lines({
      description: "Labels of the image, one NAME=VALUE a line, beside those this action sets.",
      placeholder: "NAME=VALUE",
    }),
    (entries) => parseNamed(entries, labelProblem),
  ),
  annotations: pairs(
    lines({
      description:
        "Annotations of the manifest, one NAME=VALUE a line; NAME may begin with manifest: or index:.",
      placeholder: "NAME=VALUE",
    }),
    (entries) => parseNamed(entries),
  ),
  platforms: refined(
    lines({
      description: "Platforms to build for, one a line, such as linux/amd64. Default: the builder's own.",
      placeholder: "PLATFORM",
    }),
    (entries) => (entries.length > 20 ? "has more than 20 lines" : undefined),
  ),
  load: choice({
    description: "Puts the image into the engine. auto: where it goes nowhere else.",
    values: ["auto", "true", "false"],
    default: "auto",
  }),
  push: flag({
    description: "Push the image to the registry of its tags instead of loading it into the engine.",
    default: false,
  }),
  "push-by-digest": flag({
    description:
      "Push without a tag, to the repositories of tags; a later step makes the tag or an index of several platforms.",
    default: false,
  }),
  outputs: someLines(
    {
      description:
        "Further outputs as buildx writes them, one a line, such as type=oci,dest=image.tar. A comma inside a value needs quotes around the whole field.",
      placeholder: "OUTPUT",
    },
    (line) => (line.length > 4000 ? "is too long" : undefined),
  ),
};

function tagProblem(tags: readonly string[]): string | undefined {
  const bad = tags.find((tag) => !isImageTag(tag));
  if (bad !== undefined)
    return `has ${JSON.stringify(bad.slice(0, 100))}, which is no image tag; write such as ghcr.io/owner/maptr:v1`;
  return tags.length > 50 ? "has more than 50 lines" : undefined;
}

/** Ours say what the image is, and nobody else may. */
function labelProblem(label: string): string | undefined {
  return label.startsWith(labelNames.model.replace(/[^.]*$/, ""))
    ? "this label is set by the action itself"
    : undefined;
}
