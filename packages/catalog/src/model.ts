import { ModelSlug } from "@mia/step-result";
import * as z from "zod";
import { BaseImage, Checkpoint, Environment, httpsUrl, Packages, Source, Upstream } from "./pins.ts";

const capability = z.string().regex(/^\d{1,2}\.\d$/, 'must be a quoted compute capability such as "8.6"');
const mebibytes = z.int().positive();

/** What one output family must show. `expect` belongs to the family (packages/model-output) and is checked there. */
export const OutputSpec = z.strictObject({
  family: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(100),
  expect: z.record(z.string(), z.unknown()),
});
export type OutputSpec = z.infer<typeof OutputSpec>;

/** The GPUs whose kernels the image carries, by compute capability (both ends included), and the memory a run needs. */
export const GpuNeeds = z
  .strictObject({
    computeCapability: z.strictObject({ min: capability, max: capability }),
    reason: z.string().min(1).max(1000),
    memoryMiB: mebibytes,
  })
  .refine((gpu) => Number(gpu.computeCapability.min) <= Number(gpu.computeCapability.max), {
    path: ["computeCapability"],
    message: "min is greater than max",
  });

/** Limits of one smoke run: seconds for everything, seconds between asking to stop and killing, container memory in MiB. */
export const SmokeLimits = z.strictObject({
  timeoutSeconds: z.int().positive().max(86_400),
  killGraceSeconds: z.int().nonnegative().max(600),
  memoryMiB: mebibytes,
  shmMiB: mebibytes,
});

/** What is true of one model: its pins, its needs, what its answer must look like. One `model.yaml` an image folder. */
export const Model = z.strictObject({
  schema: z.literal("model/v1"),
  slug: ModelSlug,
  name: z.string().min(1).max(100),
  summary: z.string().min(1).max(500),
  upstream: Upstream,
  sources: z.array(Source).max(50),
  base: BaseImage,
  environment: Environment,
  packages: Packages,
  mmcvFindLinks: httpsUrl.optional(),
  config: z.string().regex(/^\/[\w./-]+\.py$/, "must be the absolute path of a .py file inside the image"),
  outputs: z.array(OutputSpec).min(1).max(20),
  checkpoint: Checkpoint,
  dataset: z.strictObject({
    name: z.string().max(200),
    licence: z.string().max(200),
    note: z.string().max(1000).optional(),
  }),
  gpu: GpuNeeds,
  smoke: SmokeLimits,
});
export type Model = z.infer<typeof Model>;
