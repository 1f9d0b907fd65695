import { duration, optionalText, requiredText, text } from "@mia/action-kit";
import * as z from "zod";

export const inputs = {
  model: requiredText({
    description: "The model to run: its folder, or its slug under images-dir.",
    placeholder: "FOLDER",
  }),
  "images-dir": text({
    description: "Folder that holds one folder a model.",
    default: "images",
    placeholder: "FOLDER",
  }),
  image: z
    .string({ error: "is required" })
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._/:@-]{0,499}$/,
      "must be an image reference such as model-image/maptr:latest",
    )
    .meta({
      description:
        "The image to run: a tag, digest or id that the engine already has (output image-ref of build-image).",
      placeholder: "REFERENCE",
    }),
  gpu: z
    .string()
    .regex(
      /^(?:auto|none|\d{1,3}|(?:GPU|MIG)-[0-9a-fA-F-]{1,80})$/,
      "must be auto, none, an index such as 0, or a UUID such as GPU-37032c1f-1bc6-e897-962e-82c92b088465",
    )
    .default("auto")
    .meta({
      description:
        "The GPU the container sees: auto (a compatible one with the most free memory), an index, a UUID, or none. With none the run proves nothing about CUDA.",
      default: "auto",
      placeholder: "GPU",
    }),
  checkpoint: optionalText({
    description:
      "File with the model's weights. Without it the model runs on random weights, which is recorded.",
    placeholder: "FILE",
  }),
  input: optionalText({
    description:
      "Folder with the sample to run on, mounted read-only. Without it the image makes a synthetic sample.",
    placeholder: "FOLDER",
  }),
  config: z
    .string()
    .regex(/^\/[\w./-]{1,4000}\.py$/, "must be the absolute path of a .py file inside the image")
    .optional()
    .meta({
      description: "Path of the model's config inside the image. Default: config in model.yaml.",
      placeholder: "PATH",
    }),
  runs: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, "must be a whole number from 1 to 9999")
    .transform(Number)
    .default(1)
    .meta({ description: "Timed forward passes.", default: "1", placeholder: "NUMBER" }),
  timeout: duration({
    description: "Time the container may take, such as 10m. Default: smoke.timeoutSeconds in model.yaml.",
  }),
  "kill-grace": duration({
    description:
      "Time between SIGTERM at the deadline and SIGKILL. Default: smoke.killGraceSeconds in model.yaml.",
  }),
};

/** The inputs as `run` receives them. */
export type Given = z.output<z.ZodObject<typeof inputs>>;
