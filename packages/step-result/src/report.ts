import * as z from "zod";
import { envelope, origin } from "./envelope.ts";
import { ModelSlug } from "./model-slug.ts";

/** `missing`: planned, but no record arrived; it counts as failed. `not-planned`: nobody asked for it. */
export const Verdict = z.enum(["passed", "failed", "skipped", "missing", "not-planned"]);
export type Verdict = z.infer<typeof Verdict>;

/** No slug has a capital letter, so that no model is called like this. */
const Dockerfiles = z
  .string()
  .max(4200)
  .regex(/^Dockerfiles(?: in .+)?$/s);

/** One model's line of the page; one more where Dockerfiles that belong to no model were verified. */
export const ReportRow = z.strictObject({
  model: z.union([ModelSlug, Dockerfiles]),
  verdict: Verdict,
  verify: Verdict,
  build: Verdict,
  smoke: Verdict,
});
export type ReportRow = z.infer<typeof ReportRow>;

/** The verdict over all models. `sentence` answers "may I merge?" and names what decided it. */
export const ReportResult = z.strictObject({
  ...envelope,
  origin,
  step: z.literal("report"),
  sentence: z.string().min(1).max(2000),
  rows: z.array(ReportRow).max(1000),
});
export type ReportResult = z.infer<typeof ReportResult>;
