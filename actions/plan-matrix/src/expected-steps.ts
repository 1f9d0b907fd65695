import { fieldMeta, lines } from "@mia/action-kit";
import { ExpectedStep } from "@mia/step-result";
import type * as z from "zod";

const words = lines({
  description:
    "Steps that must leave a record for each model, one a line: verify, build, smoke. The report counts a missing one as failed.",
  default: "verify\nbuild\nsmoke",
  placeholder: "STEP",
});

/** The input `expects`, each step once and in the order the steps run. */
export const expectedSteps: z.ZodType<ExpectedStep[], string | undefined> = words
  .transform((given, context) => {
    const unknown = given.filter((word) => !ExpectedStep.safeParse(word).success);
    for (const word of unknown)
      context.addIssue({
        code: "custom",
        message: `has ${JSON.stringify(word)}; write ${ExpectedStep.options.join(", ")}`,
      });
    return ExpectedStep.options.filter((step) => given.includes(step));
  })
  // A transformed schema is a new one, and describes itself anew.
  .meta({ ...fieldMeta(words) });
