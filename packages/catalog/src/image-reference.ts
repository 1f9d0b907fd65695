import type { Model } from "./model.ts";

/** The base image as a Dockerfile names it: by tag, and by digest where it is known. */
export function baseReference(model: Model): string {
  const { image, tag, digest } = model.base;
  return digest === null ? `${image}:${tag}` : `${image}:${tag}@${digest}`;
}
