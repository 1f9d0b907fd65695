import * as z from "zod";

/** The name of a model's folder under `images/`, also used in file names, container names and image tags. */
export const ModelSlug = z
  .string()
  .max(63)
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "must be lower-case letters, digits and single hyphens, such as maptr",
  );
export type ModelSlug = z.infer<typeof ModelSlug>;
