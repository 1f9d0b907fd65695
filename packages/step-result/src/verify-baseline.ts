import * as z from "zod";

/** A finding that was there when the baseline was written. `message` is for people; it is not compared. */
export const BaselineEntry = z.strictObject({
  rule: z.string().min(1).max(100),
  file: z.string().min(1).max(4096),
  fingerprint: z.string().regex(/^[0-9a-f]{16,64}$/),
  message: z.string().max(4000).optional(),
});
export type BaselineEntry = z.infer<typeof BaselineEntry>;

/** The findings a team lives with for now. An entry that stands there twice covers two findings. */
export const VerifyBaseline = z.strictObject({
  schema: z.literal("verify-baseline/v1"),
  findings: z.array(BaselineEntry).max(100_000),
});
export type VerifyBaseline = z.infer<typeof VerifyBaseline>;
