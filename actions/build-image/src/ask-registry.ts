import type { Host } from "@mia/action-kit";
import { type BuildRequest, pushes } from "@mia/container";
import type { BuildResult, ImageSizes } from "@mia/step-result";
import { referenceByDigest } from "./image-reference.ts";
import type { Given } from "./inputs.ts";
import type { Plan } from "./plan-build.ts";
import { nameProven, provenImage } from "./proven-image.ts";
import { registryImage } from "./registry-image.ts";

export type Previous = NonNullable<ImageSizes["previous"]>;

/** Asks whether the registry already holds what would be built, where the caller wants to know, else for the image before. */
export async function askRegistry(
  host: Host,
  draft: BuildResult,
  plan: Plan,
  given: Given,
): Promise<{ previous: Previous | undefined; isProven: boolean }> {
  if (given["skip-proven"] && (await skipProven(host, draft, plan, given)))
    return { previous: undefined, isProven: true };
  const reference = given["previous-ref"] ?? (given["push-by-digest"] ? undefined : draft.tags[0]);
  if (!pushes(plan.request) || reference === undefined) return { previous: undefined, isProven: false };
  const found = await registryImage(host, reference, onlyPlatform(plan.request));
  const previous = found?.sizes
    ? { ref: reference, digest: found.digest, compressedBytes: found.sizes.compressedBytes }
    : undefined;
  return { previous, isProven: false };
}

/** True where the registry holds exactly this, under every name it shall have. */
async function skipProven(host: Host, draft: BuildResult, plan: Plan, given: Given): Promise<boolean> {
  const { key, movable = [] } = plan;
  const reference = given["previous-ref"] ?? draft.tags[0] ?? "";
  const goOn = (why: string): false => {
    host.log.info(`not skipped: ${why}`);
    return false;
  };
  if (key === undefined) return goOn("something of the image is replaced, and a stand-in proves nothing");
  if (movable.length > 0) return goOn(`these names can move: ${movable.slice(0, 8).join(", ")}`);
  const answer = await provenImage(host, reference, key);
  if (!("proven" in answer)) return goOn(answer.why);
  const { digest, imageDigest } = answer.proven;
  if (!given["push-by-digest"] && !(await nameProven(host, reference, answer.proven, draft.tags)))
    return goOn(`the registry did not give ${reference} the other names`);
  draft.status = "skipped";
  draft.evidence = "real";
  draft.provenBy = digest;
  draft.digest = digest;
  draft.imageDigest = imageDigest;
  draft.imageRef = referenceByDigest(draft.tags[0], digest);
  host.log.info(
    `skipped: ${reference} is made of exactly this, as ${digest}; content key ${key.slice(0, 12)}`,
  );
  return true;
}

/** The platform where one alone is asked for. */
export function onlyPlatform({ platforms = [] }: BuildRequest): string | null {
  return platforms.length === 1 ? (platforms[0] ?? null) : null;
}
