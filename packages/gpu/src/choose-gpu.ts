import type { Model } from "@mia/catalog";
import type { Failure } from "@mia/step-result";
import { isCompatible } from "./compatibility.ts";
import type { GpuState } from "./gpu-query.ts";

/** A GPU that can be passed to a container: it answers and has a UUID. */
export type UsableGpu = GpuState & { uuid: string; computeCapability: string };

export type GpuChoice = { ok: true; gpu: UsableGpu; reason: string } | { ok: false; failure: Failure };

/**
 * The GPU that `wanted` names: `auto` (of the compatible ones that answer, the one with the most free memory), an index,
 * or a UUID. Fails with gpu-missing, gpu-lost or gpu-incompatible.
 */
export function chooseGpu(gpus: readonly GpuState[], wanted: string, needs: Model["gpu"]): GpuChoice {
  if (gpus.length === 0)
    return refuse("gpu-missing", "nvidia-smi lists no GPU", "Attach a GPU, or set gpu: none.");
  const named =
    wanted === "auto" ? gpus : gpus.filter(({ uuid, index }) => uuid === wanted || String(index) === wanted);
  if (named.length === 0)
    return refuse(
      "gpu-missing",
      `there is no GPU ${wanted}; this host has ${listed(gpus)}`,
      "Name one of them in the input gpu, or write auto.",
    );
  const answering = named.filter(isUsable);
  if (answering.length === 0)
    return refuse(
      "gpu-lost",
      `no usable answer from ${listed(named)}`,
      "Reset the GPU or restart the host; the kernel log names the Xid.",
    );
  const judged = answering.map((gpu) => ({ gpu, ...isCompatible(needs, gpu.computeCapability) }));
  const fit = judged.filter(({ compatible }) => compatible);
  const best = fit.sort((a, b) => freeMiB(b.gpu) - freeMiB(a.gpu))[0];
  if (best) return { ok: true, gpu: best.gpu, reason: best.reason };
  const reasons = judged.map(({ gpu, reason }) => `${gpu.name}: ${reason}`).join("; ");
  return refuse(
    "gpu-incompatible",
    reasons,
    "Run on a GPU within these bounds, or build the image for more architectures and widen gpu.computeCapability in model.yaml.",
  );
}

function isUsable(gpu: GpuState): gpu is UsableGpu {
  return !gpu.broken && gpu.uuid !== null && gpu.computeCapability !== null;
}

/** Unknown counts as nothing free: such a GPU is the last choice. */
function freeMiB({ totalMiB, usedMiB }: GpuState): number {
  return totalMiB === null || usedMiB === null ? -1 : totalMiB - usedMiB;
}

function listed(gpus: readonly GpuState[]): string {
  return gpus.map(({ index, uuid, name }) => `${index ?? "?"} (${name}, ${uuid ?? "no UUID"})`).join(", ");
}

function refuse(code: Failure["code"], message: string, remedy: string): GpuChoice {
  return { ok: false, failure: { code, message: message.slice(0, 4000), remedy } };
}
