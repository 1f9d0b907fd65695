export { chooseGpu, type GpuChoice, type UsableGpu } from "./choose-gpu.ts";
export { type Compatibility, isCompatible } from "./compatibility.ts";
export { type GpuState, gpuQueryArguments, parseGpuQuery } from "./gpu-query.ts";
export { queryFailure, type SmiExit } from "./query-failure.ts";
export {
  memoryOnceArguments,
  memorySampleArguments,
  usageFrom,
  withResidual,
  withSample,
} from "./usage.ts";
