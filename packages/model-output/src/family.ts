import type { PredictionSummary } from "@mia/step-result";
import type * as z from "zod";
import type { Problems } from "./problems.ts";

/**
 * A kind of answer. `expect` checks what a model.yaml asks of it; `read` looks at the raw result (upstream's own
 * structure, one entry a sample), adds to `problems` everything that cannot be true of a working model, and sums up
 * what it saw.
 */
export interface Family<Expect = unknown> {
  id: string;
  expect: z.ZodType<Expect>;
  read(result: readonly unknown[], expect: Expect, problems: Problems): PredictionSummary;
}

/** Lets a family be written with its own type of `expect`, and kept in a list with the others. */
export function defineFamily<Expect>(family: Family<Expect>): Family {
  return family as unknown as Family;
}
