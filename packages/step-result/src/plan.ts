import * as z from "zod";
import { envelope, origin } from "./envelope.ts";
import { ModelSlug } from "./model-slug.ts";

/** The steps a plan can promise for a model; `report` counts a promised step without a record as failed. */
export const ExpectedStep = z.enum(["verify", "build", "smoke"]);
export type ExpectedStep = z.infer<typeof ExpectedStep>;

/** Which models a change touches, why, and which steps each of them must leave a record of. */
export const PlanResult = z.strictObject({
  ...envelope,
  origin,
  step: z.literal("plan"),
  expects: z.array(ExpectedStep).max(3),
  models: z
    .array(z.strictObject({ slug: ModelSlug, name: z.string().max(200), reason: z.string().max(1000) }))
    .max(256),
  /** The commit the change was compared with; null where all models were taken without comparing. */
  base: z.string().max(64).nullable().optional(),
  /** What the plan left out, and why it could not compare. */
  notes: z.array(z.string().max(1000)).max(300).optional(),
});
export type PlanResult = z.infer<typeof PlanResult>;
