import { type Host, StepFailure } from "@mia/action-kit";
import type { Model } from "@mia/catalog";
import { chooseGpu, gpuQueryArguments, parseGpuQuery, queryFailure, type UsableGpu } from "@mia/gpu";
import type { SmokeResult } from "@mia/step-result";

/** The GPU that the container will see, compatible with the model; null where `wanted` is none. */
export async function findGpu(
  host: Host,
  draft: SmokeResult,
  wanted: string,
  model: Model,
): Promise<UsableGpu | null> {
  if (wanted === "none") {
    host.log.info("gpu: none. No GPU is used, so this run proves nothing about CUDA or the GPU's memory.");
    return null;
  }
  const exit = await host.exec("nvidia-smi", gpuQueryArguments(), { deadlineMs: 20_000 });
  const failure = queryFailure(exit);
  if (failure) throw new StepFailure(failure);
  const choice = chooseGpu(parseGpuQuery(exit.stdout), wanted, model.gpu);
  if (!choice.ok) throw new StepFailure(choice.failure);
  const { gpu } = choice;
  draft.gpu = {
    name: gpu.name.slice(0, 200),
    uuid: gpu.uuid.slice(0, 100),
    driver: (gpu.driver ?? "unknown").slice(0, 50),
    computeCapability: gpu.computeCapability.slice(0, 10),
    totalMiB: gpu.totalMiB,
  };
  host.log.info(`gpu: ${gpu.name} (${gpu.uuid}), driver ${gpu.driver ?? "unknown"}; ${choice.reason}`);
  const freeMiB = gpu.totalMiB === null || gpu.usedMiB === null ? null : gpu.totalMiB - gpu.usedMiB;
  if (freeMiB !== null && freeMiB < model.gpu.memoryMiB)
    host.log.warn(
      `${freeMiB} MiB of the GPU's memory are free; the model needs about ${model.gpu.memoryMiB} MiB`,
    );
  return gpu;
}
