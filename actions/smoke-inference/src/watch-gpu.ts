import type { Host } from "@mia/action-kit";
import {
  memoryOnceArguments,
  memorySampleArguments,
  type UsableGpu,
  usageFrom,
  withResidual,
  withSample,
} from "@mia/gpu";
import type { GpuUsage } from "@mia/step-result";

/** Milliseconds between two samples: a spike shorter than this can be missed, so the peak is a lower bound. */
const periodMs = 200;

/** Samples the GPU's memory with one nvidia-smi until `stop` or `finish`. */
export function watchGpu(host: Host, gpu: UsableGpu): { finish(): Promise<GpuUsage>; stop(): Promise<void> } {
  let usage = usageFrom(gpu.usedMiB);
  const sampler = host.spawn("nvidia-smi", memorySampleArguments(gpu.uuid, periodMs), {
    onLine: (line, stream) => {
      if (stream === "stdout") usage = withSample(usage, line);
    },
  });
  return {
    stop: () => sampler.stop(),
    async finish() {
      await sampler.stop();
      const once = await host.exec("nvidia-smi", memoryOnceArguments(gpu.uuid), {
        deadlineMs: 10_000,
        graceMs: 500,
      });
      return withResidual(usage, once.stdout);
    },
  };
}
