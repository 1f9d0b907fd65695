import * as z from "zod";

/** A count that upstream's code fixes, whatever the weights: fewer rows mean that NaN was filtered out. */
export const rows = z.int().positive().max(10_000);

/** Class names in upstream's order: the label is the index. */
export const classes = z
  .array(z.string().min(1).max(100))
  .min(1)
  .max(1000)
  .refine((names) => new Set(names).size === names.length, { message: "must not name a class twice" });
