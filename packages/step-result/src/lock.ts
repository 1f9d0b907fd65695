import * as z from "zod";
import { envelope, origin } from "./envelope.ts";
import { ModelSlug } from "./model-slug.ts";

/** One thing that can move under a name. A value that could not be resolved is null and says why; none is invented. */
export const LockEntry = z.strictObject({
  kind: z.enum(["base-image", "git-commit", "wheel"]),
  name: z.string().min(1).max(500),
  locked: z.string().max(500).nullable(),
  resolved: z.string().max(500).nullable(),
  reason: z.string().max(1000).optional(),
});
export type LockEntry = z.infer<typeof LockEntry>;

/** What the lock file says of a model, beside what the world says now. */
export const LockResult = z.strictObject({
  ...envelope,
  origin,
  step: z.literal("lock"),
  model: ModelSlug,
  entries: z.array(LockEntry).max(5000),
});
export type LockResult = z.infer<typeof LockResult>;
