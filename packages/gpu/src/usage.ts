import type { GpuUsage } from "@mia/step-result";
import { numberOrNull } from "./reading.ts";

/**
 * Arguments of the one nvidia-smi that runs beside the container and prints the device's used memory (MiB) every
 * `periodMs`. One process for the whole run: starting one a sample costs 0.1 to 3 s each.
 */
export function memorySampleArguments(uuid: string, periodMs: number): string[] {
  return ["--query-gpu=memory.used", "--format=csv,noheader,nounits", "-lms", String(periodMs), "-i", uuid];
}

/** Arguments that ask once for the device's used memory in MiB. */
export function memoryOnceArguments(uuid: string): string[] {
  return ["--query-gpu=memory.used", "--format=csv,noheader,nounits", "-i", uuid];
}

/** A usage with nothing seen yet but what was used before the container started. */
export function usageFrom(baselineMiB: number | null): GpuUsage {
  return { baselineMiB, peakMiB: null, residualMiB: null, samples: 0 };
}

/** Takes in one line of the sampler. What is not a number is no sample: neither 0 nor counted. */
export function withSample(usage: GpuUsage, line: string): GpuUsage {
  const used = numberOrNull(line);
  if (used === null) return usage;
  return { ...usage, peakMiB: Math.max(usage.peakMiB ?? 0, used), samples: usage.samples + 1 };
}

/** Adds what is used once the container is gone, from the answer to `memoryOnceArguments`. */
export function withResidual(usage: GpuUsage, stdout: string): GpuUsage {
  return { ...usage, residualMiB: numberOrNull(stdout.split("\n")[0] ?? "") };
}
