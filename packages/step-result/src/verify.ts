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

/** Whether an image folder keeps its promises. `rules` names the rules that ran. */
export const VerifyResult = z.strictObject({
  ...envelope,
  origin,
  step: z.literal("verify"),
  model: ModelSlug,
  folder: z.string().max(4096),
  rules: z.array(z.string().max(100)).max(1000),
  context: ContextSize.nullable(),
});
export type VerifyResult = z.infer<typeof VerifyResult>;
