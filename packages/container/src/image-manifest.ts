import { Digest, type ImageSizes } from "@mia/step-result";
import * as z from "zod";
import { platformName } from "./build-metadata.ts";

export interface Layer {
  digest: string;
  /** Compressed, as the registry keeps it. */
  bytes: number;
}

export type Manifest =
  | {
      kind: "index";
      images: { digest: string; platform: string; bytes: number }[];
      /** What is no image: provenance and SBOMs, with the image each speaks of. */
      attestations: { digest: string; of: string | null }[];
    }
  | { kind: "manifest"; configDigest: string; layers: Layer[]; compressedBytes: number };

const maxLayers = 1000;
const size = z.int().nonnegative();
const Index = z.object({
  manifests: z
    .array(
      z.object({
        digest: Digest,
        size,
        platform: z
          .object({
            os: z.string().max(50),
            architecture: z.string().max(50),
            variant: z.string().max(50).optional(),
          })
          .optional(),
        annotations: z.record(z.string(), z.string()).nullish(),
      }),
    )
    .max(1000),
});
const Single = z.object({
  config: z.object({ digest: Digest }),
  layers: z.array(z.object({ digest: Digest, size })).max(maxLayers),
});

/** Prints the manifest of a reference byte for byte; the registry is asked from here, without the engine. */
export function manifestArguments(reference: string): string[] {
  return ["buildx", "imagetools", "inspect", "--raw", reference];
}

/** Reads an index or a manifest (OCI image-spec 1.1, Docker schema 2); undefined where the text is neither. */
export function parseManifest(raw: string): Manifest | undefined {
  const value = json(raw);
  const index = Index.safeParse(value);
  if (index.success) {
    const isAttestation = (entry: (typeof index.data.manifests)[number]): boolean =>
      entry.annotations?.["vnd.docker.reference.type"] !== undefined || entry.platform?.os === "unknown";
    return {
      kind: "index",
      images: index.data.manifests
        .filter((entry) => !isAttestation(entry))
        .map(({ digest, size: bytes, platform }) => ({
          digest,
          platform: platform ? platformName(platform) : "unknown",
          bytes,
        })),
      attestations: index.data.manifests.filter(isAttestation).map(({ digest, annotations }) => {
        const of = annotations?.["vnd.docker.reference.digest"];
        return { digest, of: Digest.safeParse(of).success ? (of as string) : null };
      }),
    };
  }
  const single = Single.safeParse(value);
  if (!single.success) return undefined;
  const layers = single.data.layers.map(({ digest, size: bytes }) => ({ digest, bytes }));
  return {
    kind: "manifest",
    configDigest: single.data.config.digest,
    layers,
    compressedBytes: layers.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** The image of a platform in an index; the only one where no platform is asked for. */
export function imageOfIndex(manifest: Manifest, platform: string | null = null): string | null {
  if (manifest.kind !== "index") return null;
  const fitting =
    platform === null ? manifest.images : manifest.images.filter((image) => image.platform === platform);
  return fitting.length === 1 ? (fitting[0]?.digest ?? null) : null;
}

/** Sizes for the record: each layer with the instruction that made it, where the history names as many as there are. */
export function imageSizes(manifest: Manifest, instructions: readonly string[] = []): ImageSizes | null {
  if (manifest.kind !== "manifest") return null;
  const named = instructions.length === manifest.layers.length;
  return {
    compressedBytes: manifest.compressedBytes,
    layers: manifest.layers.slice(0, 500).map(({ digest, bytes }, index) => ({
      digest,
      bytes,
      ...(named && instructions[index] ? { instruction: instructions[index].slice(0, 500) } : {}),
    })),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
