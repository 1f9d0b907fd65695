import { Digest, type Pin } from "@mia/step-result";
import * as z from "zod";
import { type BuildCheck, checkOfWarning, VertexWarning } from "./build-check.ts";
import { Provenance, pinsOf } from "./build-materials.ts";

/** What buildx says it built. Null where the builder did not say. */
export interface BuildMetadata {
  /** What a registry serves for the tag: a manifest, or an index where attestations or platforms made one. */
  digest: string | null;
  /** What `digest` names; null where the builder did not describe it. */
  kind: "index" | "manifest" | null;
  /** The manifest of the image itself: `digest`, unless that is an index; then only the index says. */
  imageDigest: string | null;
  /** Names the image configuration. */
  configDigest: string | null;
  descriptor: { mediaType: string; digest: string; size: number } | null;
  /** `linux/amd64`, where the builder says it of one image. */
  platform: string | null;
  builder: string | null;
  /** The names it was exported under. */
  names: string[];
  /** BuildKit's checks of the Dockerfile that found something. */
  checks: BuildCheck[];
  /** What the build started from; null where the builder gave no provenance. */
  pins: Pin[] | null;
}

export type ParsedBuildMetadata = { ok: true; metadata: BuildMetadata } | { ok: false; problem: string };

/** An honest file has some hundred bytes, with provenance some hundred thousand. */
export const maxBuildMetadataBytes = 16 * 1024 * 1024;
const maxChecks = 1000;

const Platform = z.object({
  os: z.string().max(50),
  architecture: z.string().max(50),
  variant: z.string().max(50).optional(),
});
const Descriptor = z.object({
  mediaType: z.string().max(200),
  digest: Digest,
  size: z.int().nonnegative(),
  platform: Platform.optional(),
});

const MetadataFile = z.looseObject({
  "buildx.build.ref": z.string().max(2000).optional(),
  "containerimage.digest": Digest.optional(),
  "containerimage.config.digest": Digest.optional(),
  "containerimage.descriptor": Descriptor.optional(),
  "image.name": z.string().max(100_000).optional(),
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
  const described = file["containerimage.descriptor"];
  const kind = described ? kindOf(described.mediaType) : null;
  // Docker's classic image store has no manifest; it gives the configuration's digest in both places.
  const ownDigest = digest === configDigest ? null : digest;
  const provenance = provenanceOf(file);
  const metadata = {
    digest: ownDigest,
    kind,
    // Without a descriptor, a configuration is named of one image only.
    imageDigest: kind === "manifest" || (kind === null && configDigest !== null) ? ownDigest : null,
    configDigest,
    descriptor: described
      ? { mediaType: described.mediaType, digest: described.digest, size: described.size }
      : null,
    platform: described?.platform ? platformName(described.platform) : onlyPlatform(provenance),
    builder: file["buildx.build.ref"]?.split("/")[0] ?? null,
    names: (file["image.name"] ?? "").split(",").filter(Boolean).slice(0, 100),
    checks: warningsOf(file["buildx.build.warnings"]),
    pins: provenance.length > 0 ? pinsOf(provenance) : null,
  };
  return { ok: true, metadata };
}

export function platformName({ os, architecture, variant }: z.infer<typeof Platform>): string {
  return [os, architecture, ...(variant ? [variant] : [])].join("/");
}

function kindOf(mediaType: string): BuildMetadata["kind"] {
  if (/\.image\.index\.|\.manifest\.list\./.test(mediaType)) return "index";
  return /\.image\.manifest\.|\.distribution\.manifest\./.test(mediaType) ? "manifest" : null;
}

/** One object, or one for each platform under `buildx.build.provenance/linux/amd64`. */
function provenanceOf(file: Record<string, unknown>): Provenance[] {
  return Object.entries(file)
    .filter(([name]) => name === "buildx.build.provenance" || name.startsWith("buildx.build.provenance/"))
    .slice(0, 50)
    .flatMap(([, value]) => {
      const parsed = Provenance.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    });
}

function onlyPlatform(provenance: readonly Provenance[]): string | null {
  return provenance.length === 1 ? (provenance[0]?.invocation?.environment?.platform ?? null) : null;
}

/** Warnings in a shape that nobody knows are no reason to refuse a good build. */
function warningsOf(value: unknown): BuildCheck[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, maxChecks).flatMap((item) => {
    const parsed = VertexWarning.safeParse(item);
    return parsed.success ? [checkOfWarning(parsed.data)] : [];
  });
}
