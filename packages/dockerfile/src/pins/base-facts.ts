import { parseReference } from "./image-reference.ts";

/** What a base image's tag says about its contents. */
export interface BaseFacts {
  torch: string;
  cuda: string;
  /** `devel` has nvcc, `runtime` has not. */
  flavor: string;
}

/** The facts in a tag of pytorch/pytorch; undefined for any other image: nothing is guessed. */
export function baseFacts(reference: string): BaseFacts | undefined {
  const { image, tag = "" } = parseReference(reference);
  if (image !== "pytorch/pytorch") return undefined;
  const match = /^(\d+\.\d+(?:\.\d+)?)-cuda(\d+\.\d+)-cudnn\d+-(devel|runtime)$/.exec(tag);
  return match ? { torch: match[1] ?? "", cuda: match[2] ?? "", flavor: match[3] ?? "" } : undefined;
}

/** Public images that are known to run as root and to have no user 1000. Source: their Dockerfiles and image configs. */
const plainRootImages = new Set(["scratch", "debian", "nvidia/cuda", "python", "pytorch/pytorch"]);

/** True where the image is known to run as root and to bring no user of its own; false means not known. */
export function isPlainRootImage(reference: string): boolean {
  return plainRootImages.has(parseReference(reference).image);
}
