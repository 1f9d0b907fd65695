import { repositoryOfTag } from "@mia/container";
import type { BuildResult } from "@mia/step-result";

/** By digest, which nobody can move; null where no registry or engine answers to one. */
export function referenceByDigest(tag: string | undefined, digest: string | null): string | null {
  return tag === undefined || digest === null ? null : `${repositoryOfTag(tag)}@${digest}`;
}

/**
 * The name by which the next step finds the image: by digest where that is known, else the first tag of a loaded image, since
 * engines with the classic image store answer to no digest. Empty where the build failed, and where the image is in neither.
 */
export function imageReference(record: BuildResult, isLoaded: boolean): string {
  if (record.status === "failed") return "";
  return record.imageRef ?? (isLoaded ? (record.tags[0] ?? "") : "");
}
