import { Evidence } from "@mia/step-result";
import * as z from "zod";

const seconds = z.number().nonnegative();
const mebibytes = z.number().nonnegative();
const short = z.string().max(500);

const envelope = {
  schema: z.literal("raw-output/v1"),
  model: z.string().max(100),
  // A model is or is not imitated: what runs inside knows which.
  evidence: Evidence.exclude(["unknown"]),
};

/** The GPU as the model's own process saw it. Memory in MiB, the peak as its allocator counted it. */
const SeenGpu = z.strictObject({
  name: short,
  uuid: short.nullable(),
  computeCapability: short,
  totalMiB: mebibytes,
  peakAllocatedMiB: mebibytes,
});

/** What model_runtime writes after a run that went well. `result` is upstream's own structure, tensors as lists. */
export const RawAnswer = z.strictObject({
  ...envelope,
  config: z.string().max(4096),
  checkpoint: z
    .strictObject({
      path: z.string().max(4096),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.int().nonnegative(),
    })
    .nullable(),
  device: z.string().max(50),
  gpu: SeenGpu.nullable(),
  phases: z.array(z.strictObject({ name: z.string().max(100), seconds })).max(100),
  latenciesMs: z.array(z.number().nonnegative()).min(1).max(10_000),
  nonFinite: z.int().nonnegative(),
  result: z.array(z.unknown()).max(100),
});
export type RawAnswer = z.infer<typeof RawAnswer>;

/** What it writes after a run that failed. */
export const RawRefusal = z.strictObject({
  ...envelope,
  failure: z.strictObject({
    code: z.string().max(100),
    phase: z.string().max(100),
    message: z.string().max(8000),
  }),
});
export type RawRefusal = z.infer<typeof RawRefusal>;
