import * as z from "zod";
import { envelope, origin } from "./envelope.ts";
import { ModelSlug } from "./model-slug.ts";

export const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 hexadecimal digits");

const count = z.int().nonnegative();

/**
 * What came out of a build. `digest` is what a registry would serve for the tag (an index where provenance is on);
 * `configDigest` names the image configuration. Both are null where nothing was exported.
 * `transferredBytes` is what BuildKit received for the build context; `sizeBytes` what the engine says the image takes.
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
});
export type BuildResult = z.infer<typeof BuildResult>;
