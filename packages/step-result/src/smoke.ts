import * as z from "zod";
import { envelope, origin } from "./envelope.ts";
import { ModelSlug } from "./model-slug.ts";

const count = z.int().nonnegative();
const megabytes = z.number().nonnegative();

/** The GPU the container was given, as `nvidia-smi` describes it. Memory in MiB; null where the tool said N/A. */
export const Gpu = z.strictObject({
  name: z.string().max(200),
  uuid: z.string().max(100),
  driver: z.string().max(50),
  computeCapability: z.string().max(10),
  totalMiB: megabytes.nullable(),
});
export type Gpu = z.infer<typeof Gpu>;

/** Device memory in MiB before the container started, at its highest, and after the container was gone. */
export const GpuUsage = z.strictObject({
  baselineMiB: megabytes.nullable(),
  peakMiB: megabytes.nullable(),
  residualMiB: megabytes.nullable(),
  samples: count,
});
export type GpuUsage = z.infer<typeof GpuUsage>;

/** One family's reading of the raw output, small enough to compare: how many, of which class, with which scores. */
export const PredictionSummary = z.strictObject({
  family: z.string().max(100),
  count,
  byClass: z.record(z.string().max(100), count),
  scoreMin: z.number().nullable(),
  scoreMax: z.number().nullable(),
});
export type PredictionSummary = z.infer<typeof PredictionSummary>;

/** How the container ended. `timedOut` is true where our deadline ended it. */
export const ContainerEnd = z.strictObject({
  name: z.string().max(200),
  exitCode: z.int().nullable(),
  oomKilled: z.boolean(),
  timedOut: z.boolean(),
  removed: z.boolean(),
});
export type ContainerEnd = z.infer<typeof ContainerEnd>;

/** The weights file the model says it loaded, hashed inside the container. */
export const LoadedCheckpoint = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
});
export type LoadedCheckpoint = z.infer<typeof LoadedCheckpoint>;

/** Whether the built image ran its model in time, with a believable answer. */
export const SmokeResult = z.strictObject({
  ...envelope,
  origin,
  step: z.literal("smoke"),
  model: ModelSlug,
  image: z.string().max(500),
  imageId: z.string().max(200).nullable(),
  container: ContainerEnd.nullable(),
  gpu: Gpu.nullable(),
  usage: GpuUsage.nullable(),
  /** Null: the weights were random. Missing: the run did not get so far as to say. */
  checkpoint: LoadedCheckpoint.nullable().optional(),
  predictions: z.array(PredictionSummary).max(20),
  latenciesMs: z.array(z.number().nonnegative()).max(10_000),
  output: z.string().max(4096).nullable(),
});
export type SmokeResult = z.infer<typeof SmokeResult>;
