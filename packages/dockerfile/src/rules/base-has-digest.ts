import type { Image } from "../image.ts";
import { parseReference } from "../pins/image-reference.ts";
import type { Rule } from "../rule.ts";
import { atSpan } from "../span-location.ts";
import { externalImages } from "../stages/external-images.ts";

export const baseHasDigest: Rule = {
  code: "MIA206",
  id: "base-has-digest",
  description: "FROM names the digest of its image: a tag can be pushed again.",
  severity: "info",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const { policy, stages, dockerfile } = image;
    for (const { reference, word, by } of externalImages(stages, dockerfile.escapeMark)) {
      if (by !== "FROM" || reference === undefined || isForModel(image, reference)) continue;
      const { tag, digest } = parseReference(reference);
      if (digest !== undefined) continue;
      // Without a tag, or with latest, it is base-is-tagged's.
      if ((tag === undefined || tag === "latest") && !policy.requireDigest) continue;
      yield {
        message: `FROM ${reference.slice(0, 200)} has no digest: whoever may push the tag decides what the next build gets`,
        remedy: "Write @sha256:... behind the tag; `docker buildx imagetools inspect` prints the digest.",
        // The place of the image's name alone: a digest goes behind its end.
        locations: [atSpan(image, word)],
        ...(policy.requireDigest ? { severity: "error" as const } : {}),
      };
    }
  },
};

/** Where model.yaml has a digest, base-matches-pins compares; where it says why there is none, nothing is left to say. */
function isForModel({ model, policy }: Image, reference: string): boolean {
  if (model === undefined) return false;
  const { image, tag } = parseReference(reference);
  const { base } = model;
  if (parseReference(base.image).image !== image || base.tag !== tag) return false;
  return base.digest === null || !policy.requireDigest;
}
