import * as z from "zod";
import { envelope, origin } from "./envelope.ts";
import { ModelSlug } from "./model-slug.ts";

const bytes = z.int().nonnegative();

/** What a build would send: the whole folder, what `.dockerignore` leaves of it, and the largest files it leaves. */
export const ContextSize = z.strictObject({
  treeFiles: bytes,
  treeBytes: bytes,
  keptFiles: bytes,
  keptBytes: bytes,
  largest: z.array(z.strictObject({ path: z.string().max(4096), bytes })).max(20),
});
export type ContextSize = z.infer<typeof ContextSize>;

/** A file that was found, or named, and not checked: which one and why. */
export const SkippedFile = z.strictObject({ path: z.string().max(4096), why: z.string().max(1000) });
export type SkippedFile = z.infer<typeof SkippedFile>;

/**
 * Whether an image folder keeps its promises. `rules` names the rules that ran. Without `model` it is the record of all
 * Dockerfiles that belong to no image folder; `files` then names them.
 */
export const VerifyResult = z.strictObject({
  ...envelope,
  origin,
  step: z.literal("verify"),
  model: ModelSlug.optional(),
  folder: z.string().max(4096),
  rules: z.array(z.string().max(100)).max(1000),
  context: ContextSize.nullable(),
  /** The policy that was held against the files. */
  policy: z.string().max(4096).optional(),
  files: z.array(z.string().max(4096)).max(10_000).optional(),
  skipped: z.array(SkippedFile).max(1000).optional(),
  /** Findings that are left out: for a comment says so, or the policy, or the baseline, or they lie outside the scope. */
  suppressed: z
    .strictObject({ inline: bytes, policy: bytes.optional(), baseline: bytes, scope: bytes })
    .optional(),
});
export type VerifyResult = z.infer<typeof VerifyResult>;
