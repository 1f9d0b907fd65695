import * as z from "zod";
import { BuildContext } from "./build-context.ts";
import { Digest } from "./digest.ts";
import { envelope, origin } from "./envelope.ts";
import { ModelSlug } from "./model-slug.ts";

const count = z.int().nonnegative();

/** What a build spends its time on. Several can run at once; each is told as intervals of the wall clock. */
export const PhaseName = z.enum([
  "context",
  "pull",
  "run",
  "copy",
  "export",
  "push",
  "cache-import",
  "cache-export",
  "other",
]);
export type PhaseName = z.infer<typeof PhaseName>;

/** One unbroken stretch of a phase: `startMs` counts from the first thing BuildKit told of. */
export const BuildPhase = z.strictObject({ name: PhaseName, startMs: count, durationMs: count });
export type BuildPhase = z.infer<typeof BuildPhase>;

/** Bytes as a registry keeps them. `layers` are in the image's order, with the instruction that made each. */
export const ImageSizes = z.strictObject({
  compressedBytes: count,
  layers: z
    .array(z.strictObject({ digest: Digest, bytes: count, instruction: z.string().max(500).optional() }))
    .max(500),
  previous: z.strictObject({ ref: z.string().max(500), digest: Digest, compressedBytes: count }).optional(),
});
export type ImageSizes = z.infer<typeof ImageSizes>;

/** `written`: null where nobody can tell, as with a raw cache-to. */
export const BuildCache = z.strictObject({
  mode: z.enum(["registry", "gha", "local", "off", "raw"]),
  from: z.array(z.string().max(1000)).max(50),
  to: z.array(z.string().max(1000)).max(50),
  written: z.boolean().nullable(),
});
export type BuildCache = z.infer<typeof BuildCache>;

/** Something the build started from. `value` is a digest or a commit; null where BuildKit names none. */
export const Pin = z.strictObject({
  kind: z.enum(["base-image", "git-commit", "frontend", "other"]),
  name: z.string().min(1).max(500),
  value: z.string().max(200).nullable(),
});
export type Pin = z.infer<typeof Pin>;

/** The lock file beside what the build used. */
export const LockState = z.strictObject({
  file: z.string().max(4096),
  state: z.enum(["held", "incomplete", "drifted", "absent"]),
  unknown: z.array(z.string().max(500)).max(500),
  drift: z
    .array(
      z.strictObject({
        name: z.string().max(500),
        locked: z.string().max(500).nullable(),
        found: z.string().max(500).nullable(),
      }),
    )
    .max(500),
});
export type LockState = z.infer<typeof LockState>;

/**
 * What came out of a build. `digest` is what a registry would serve for the tag (an index where provenance is on);
 * `imageDigest` the manifest of the image itself, equal to it where there is no index; `configDigest` names the image
 * configuration. All are null where nothing was exported. `imageRef` is what a later step shall run, by digest.
 * `transferredBytes` is what BuildKit received for the build context; `sizeBytes` what the engine says the image takes;
 * `pulledBytes` the compressed bytes of base layers it fetched. `contentKey` names what went into the build; where the
 * registry already held it, the step is skipped and `provenBy` is the digest it was found under.
 */
export const BuildResult = z.strictObject({
  ...envelope,
  origin,
  step: z.literal("build"),
  model: ModelSlug,
  folder: z.string().max(4096),
  target: z.string().max(200),
  tags: z.array(z.string().max(500)).max(50),
  digest: Digest.nullable(),
  configDigest: Digest.nullable(),
  pushed: z.boolean(),
  sizeBytes: count.nullable(),
  transferredBytes: count.nullable(),
  steps: z.strictObject({ total: count, cached: count }).nullable(),
  builder: z.string().max(500).nullable(),
  imageDigest: Digest.nullable().optional(),
  imageRef: z.string().max(1000).nullable().optional(),
  platform: z.string().max(200).nullable().optional(),
  phases: z.array(BuildPhase).max(1000).optional(),
  pulledBytes: count.nullable().optional(),
  context: BuildContext.nullable().optional(),
  sizes: ImageSizes.nullable().optional(),
  cache: BuildCache.optional(),
  reproducible: z.boolean().optional(),
  contentKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  provenBy: Digest.optional(),
  lock: LockState.optional(),
  pins: z.array(Pin).max(500).optional(),
});
export type BuildResult = z.infer<typeof BuildResult>;
