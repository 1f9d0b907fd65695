import { createHash } from "node:crypto";
import type { Host } from "@mia/action-kit";
import { imageOfIndex, imageSizes, type Manifest, manifestArguments, parseManifest } from "@mia/container";
import type { ImageSizes } from "@mia/step-result";

/** An image as its registry has it. Sizes are of one platform; null where there are several. */
export interface RegistryImage {
  /** What the registry serves for the name. */
  digest: string;
  imageDigest: string | null;
  configDigest: string | null;
  platform: string | null;
  sizes: ImageSizes | null;
}

/** A registry that does not answer must not keep a build waiting for long. */
const deadlineMs = 8000;
const graceMs = 1000;
const maxManifestBytes = 4 * 1024 * 1024;

/**
 * Asks a registry for an image: one process, and a second one where the name stands for an index. Undefined where the registry does
 * not have it or gives no usable answer; nothing depends on that but what is told.
 */
export async function registryImage(
  host: Host,
  reference: string,
  platform: string | null,
): Promise<RegistryImage | undefined> {
  const top = await manifestOf(host, reference);
  if (top === undefined) return undefined;
  const { digest, manifest } = top;
  if (manifest.kind === "manifest")
    return {
      digest,
      imageDigest: digest,
      configDigest: manifest.configDigest,
      platform,
      sizes: imageSizes(manifest),
    };
  const imageDigest = imageOfIndex(manifest, platform) ?? imageOfIndex(manifest);
  if (imageDigest === null) return { digest, imageDigest, configDigest: null, platform: null, sizes: null };
  const found = manifest.images.find((image) => image.digest === imageDigest)?.platform ?? null;
  const inner = await manifestOf(host, `${withoutTag(reference)}@${imageDigest}`);
  return {
    digest,
    imageDigest,
    configDigest: inner?.manifest.kind === "manifest" ? inner.manifest.configDigest : null,
    platform: found === "unknown" ? platform : found,
    sizes: inner ? imageSizes(inner.manifest) : null,
  };
}

/** buildx prints the bytes that the registry served, whose hash is the digest. */
async function manifestOf(
  host: Host,
  reference: string,
): Promise<{ digest: string; manifest: Manifest } | undefined> {
  const exit = await host.exec("docker", manifestArguments(reference), {
    deadlineMs,
    graceMs,
    maxBytes: maxManifestBytes,
  });
  const manifest = exit.code === 0 ? parseManifest(exit.stdout) : undefined;
  if (manifest === undefined) return undefined;
  return { digest: `sha256:${createHash("sha256").update(exit.stdout).digest("hex")}`, manifest };
}

/** The repository of a reference that may have a tag, a digest or both. */
export function withoutTag(reference: string): string {
  const at = reference.indexOf("@");
  const named = at < 0 ? reference : reference.slice(0, at);
  const colon = named.lastIndexOf(":");
  return colon > named.lastIndexOf("/") ? named.slice(0, colon) : named;
}
