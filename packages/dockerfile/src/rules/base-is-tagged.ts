import type { Image } from "../image.ts";
import { nameFinder } from "../near-name.ts";
import { parseReference } from "../pins/image-reference.ts";
import type { Report, Rule } from "../rule.ts";
import { atSpan } from "../span-location.ts";
import { type ExternalImage, externalImages } from "../stages/external-images.ts";
import { globalArguments } from "../stages/global-arguments.ts";
import type { Stage } from "../stages/stage.ts";
import { variableUses } from "../stages/variable-uses.ts";

export const baseIsTagged: Rule = {
  code: "MIA203",
  id: "base-is-tagged",
  description: "FROM names a tag that says which version it is: not none, and not latest.",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const near = nameFinder();
    const globals = globalArguments(image.dockerfile.instructions, image.dockerfile.escapeMark);
    for (const used of externalImages(image.stages, image.dockerfile.escapeMark)) {
      const report = judge(image, used, near, globals);
      if (report) yield report;
    }
  },
};

type Globals = ReturnType<typeof globalArguments>;

function judge(
  image: Image,
  { reference, word, by, stage }: ExternalImage,
  near: ReturnType<typeof nameFinder>,
  globals: Globals,
): Report | undefined {
  if (reference === undefined) return undefined;
  const { tag, digest } = parseReference(reference);
  if (digest !== undefined || (tag !== undefined && tag !== "latest")) return undefined;
  // What is not FROM, and has no tag at all, may as well be a build context that the caller names.
  if (by !== "FROM" && tag === undefined) return undefined;
  const meant = by === "FROM" ? stageMeant(image.stages, stage, reference, near) : undefined;
  // `ARG BASE=base` and `FROM $BASE`: whoever builds it is to give the name. A tool that is copied in weighs less, too.
  const isForCaller = tag === undefined && /^"?\$(?:\w+|\{\w+\})"?$/.test(word.text);
  const said = tag === undefined ? "no tag, which means latest" : "the tag latest";
  return {
    message: `${by} ${reference.slice(0, 200)} has ${said}: the next build may get another image`,
    remedy: meant
      ? `Did you mean the stage ${meant}? If not, name the version: ${parseReference(reference).image.slice(0, 200)}:<version>.`
      : "Name the version as a tag.",
    locations: [atSpan(image, word), ...argumentsOf(image, word.text, globals)],
    ...(isForCaller || by !== "FROM" ? { severity: "info" as const } : {}),
  };
}

/** The lines of the ARGs that the reference is made of. */
function argumentsOf(image: Image, text: string, globals: Globals): Report["locations"] {
  return variableUses(text, image.dockerfile.escapeMark).flatMap(({ name }) => {
    const argument = globals.get(name);
    return argument ? [atSpan(image, argument, `the value of ${name}`)] : [];
  });
}

/** An earlier stage whose name was misspelt: a name of four characters or more with one or two of them wrong. */
function stageMeant(
  stages: readonly Stage[],
  stage: Stage,
  reference: string,
  near: ReturnType<typeof nameFinder>,
): string | undefined {
  if (reference.length < 4 || /[/:@.]/.test(reference)) return undefined;
  const names = stages.slice(Math.max(0, stage.index - 100), stage.index).flatMap(({ name }) => name ?? []);
  return near(reference, names);
}
