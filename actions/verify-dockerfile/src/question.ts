import type { Host } from "@mia/action-kit";
import { externalImages, gitTrees, type Image } from "@mia/dockerfile";
import type { Location } from "@mia/step-result";
import { commitOf, digestOf } from "./moving-names.ts";

/** Something that a server knows and a fix would need. */
export interface Question {
  key: string;
  title: string;
  safety: "safe" | "unsafe";
  /** What the answer is written over, or, where it is empty, written at. */
  span: Location;
  /** Stands in front of the answer. */
  mark: string;
  ask(host: Host): Promise<string | undefined>;
}

/** What could be asked about an image, by the rule and the place that would like to know. */
export function* questionsOf(image: Image): Generator<[string, Question]> {
  for (const { source, location } of gitTrees(image)) {
    const { repository, ref } = source;
    if (ref === undefined || location.endColumn === undefined) continue;
    yield [
      `git-is-pinned ${placeOf(location)}`,
      {
        key: `git ${repository} ${ref}`,
        title: `Pin ${ref} to its commit`,
        // Which code the image gets may change with it, so a person looks at it.
        safety: "unsafe",
        span: location,
        mark: "",
        ask: (host) => commitOf(host, repository, ref),
      },
    ];
  }
  for (const { reference, word } of externalImages(image.stages, image.dockerfile.escapeMark)) {
    // Behind a variable's name no digest can be written.
    if (reference === undefined || word.end === undefined || word.text !== reference) continue;
    const { position, end } = word;
    const file = image.source.dockerfile.path;
    yield [
      `base-has-digest ${placeOf({ file, ...position })}`,
      {
        key: `image ${reference}`,
        title: `Pin ${reference} to its digest`,
        safety: "safe",
        span: { file, line: end.line, column: end.column },
        mark: "@",
        ask: (host) => digestOf(host, reference),
      },
    ];
  }
}

/** By which a finding finds its question. */
export function placeOf(location: Location | undefined): string {
  return `${location?.file}:${location?.line}:${location?.column}`;
}
