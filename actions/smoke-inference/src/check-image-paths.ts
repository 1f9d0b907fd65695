import { StepFailure } from "@mia/action-kit";
import { type ImageFacts, liesWithin } from "@mia/container";

/**
 * Throws where the engine would make one of the image's paths inside one of our mounts: it does so as root and on the host's
 * own disk, where the runner's user could never remove it. Links inside the image are not seen.
 */
export function checkImagePaths(image: ImageFacts, reference: string, targets: readonly string[]): void {
  for (const path of image.madePaths) {
    const target = targets.find((folder) => liesWithin(path, folder));
    if (target === undefined) continue;
    throw new StepFailure({
      code: "invalid-input",
      message: `the image ${reference} has its WORKDIR or a VOLUME at ${JSON.stringify(path.slice(0, 200))}, where ${target} is mounted`,
      remedy: `Change the WORKDIR or VOLUME in the image's Dockerfile to a path outside of ${targets.join(", ")}, and build it again.`,
    });
  }
}
