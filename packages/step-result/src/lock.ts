import * as z from "zod";
import { LockState } from "./build.ts";
import { envelope, origin } from "./envelope.ts";
import { ModelSlug } from "./model-slug.ts";

/**
 * One thing that can move under a name. A value that could not be resolved is null and says why; none is invented. `asked`: false
 * where nobody was asked this time, and `resolved` says what the lock already held.
 */
export const LockEntry = z.strictObject({
  kind: z.enum(["environment", "base-image", "git-commit", "wheel"]),
  name: z.string().min(1).max(500),
  locked: z.string().max(500).nullable(),
  resolved: z.string().max(500).nullable(),
  asked: z.boolean().optional(),
  reason: z.string().max(1000).optional(),
});
export type LockEntry = z.infer<typeof LockEntry>;

/**
 * What the lock file says of a model (`locked`), beside what the world says now (`resolved`). `lock` is the state of the file when the
 * step ended; `changes` are the differences as people read them, `written` says whether the file has them now.
 */
export const LockResult = z.strictObject({
  ...envelope,
  origin,
  step: z.literal("lock"),
  model: ModelSlug,
  entries: z.array(LockEntry).max(5000),
  mode: z.enum(["resolve", "update", "check"]).optional(),
  offline: z.boolean().optional(),
  written: z.boolean().optional(),
  lock: LockState.optional(),
  changes: z.array(z.string().max(2000)).max(500).optional(),
});
export type LockResult = z.infer<typeof LockResult>;
