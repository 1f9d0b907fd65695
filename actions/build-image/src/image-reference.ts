import { repositoryOfTag } from "@mia/container";
import type { BuildResult } from "@mia/step-result";

/**
 * The name by which the next step finds the image. A pushed image is named by digest, which nobody can move; a local one
 * by its tag, since engines differ in which digest they answer to. Empty where the build failed.
 */
export function imageReference(record: BuildResult): string {
  const [tag] = record.tags;
  if (record.status !== "passed" || tag === undefined) return "";
  return record.pushed && record.digest !== null ? `${repositoryOfTag(tag)}@${record.digest}` : tag;
}
