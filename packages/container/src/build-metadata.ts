import { Digest } from "@mia/step-result";
import * as z from "zod";

/** What buildx says it built. Null where the builder did not say. */
export interface BuildMetadata {
  /** What a registry serves for the tag: a manifest, or an index where attestations or platforms made one. */
  digest: string | null;
  /** Names the image configuration. */
  configDigest: string | null;
  descriptor: { mediaType: string; digest: string; size: number } | null;
  builder: string | null;
}

export type ParsedBuildMetadata = { ok: true; metadata: BuildMetadata } | { ok: false; problem: string };

/** An honest file has some hundred bytes, with provenance some hundred thousand. */
export const maxBuildMetadataBytes = 16 * 1024 * 1024;

const Descriptor = z.object({ mediaType: z.string().max(200), digest: Digest, size: z.int().nonnegative() });

const MetadataFile = z.object({
  "buildx.build.ref": z.string().max(2000).optional(),
  "containerimage.digest": Digest.optional(),
  "containerimage.config.digest": Digest.optional(),
  "containerimage.descriptor": Descriptor.optional(),
});

/** Reads the file of `--metadata-file` (docs.docker.com, "docker buildx build", --metadata-file). Never throws. */
export function parseBuildMetadata(text: string): ParsedBuildMetadata {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: "it is not JSON" };
  }
  const parsed = MetadataFile.safeParse(value);
  if (!parsed.success) {
    return { ok: false, problem: z.prettifyError(parsed.error).replaceAll("\n", " ").slice(0, 500) };
  }
  const file = parsed.data;
  const digest = file["containerimage.digest"] ?? null;
  const configDigest = file["containerimage.config.digest"] ?? null;
  const metadata = {
    // Docker's classic image store has no manifest; it gives the configuration's digest in both places.
    digest: digest === configDigest ? null : digest,
    configDigest,
    descriptor: file["containerimage.descriptor"] ?? null,
    builder: file["buildx.build.ref"]?.split("/")[0] ?? null,
  };
  return { ok: true, metadata };
}
