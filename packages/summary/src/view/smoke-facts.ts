import type { ContainerEnd, Gpu, GpuUsage, PredictionSummary, SmokeResult } from "@mia/step-result";
import { count, decimal, duration, mebibytes, percentiles, plural, unknown } from "../text/units.ts";
import type { Fact } from "./view.ts";

export function smokeFacts(record: SmokeResult): Fact[] {
  const { image, imageId, container, gpu, usage, predictions, latenciesMs, output } = record;
  return [
    { label: "Image", value: image, isCode: true },
    ...(imageId === null ? [] : [{ label: "Image id", value: imageId, isCode: true }]),
    { label: "GPU", value: gpu ? gpuText(gpu) : "none was given to the container" },
    ...(usage ? [{ label: "GPU memory", value: usageText(usage) }] : []),
    ...predictions.map((prediction) => ({ label: "Prediction", value: predictionText(prediction) })),
    ...latencyFacts(latenciesMs),
    { label: "Container", value: container ? containerText(container) : "never started" },
    ...(output === null ? [] : [{ label: "Raw output", value: output, isCode: true }]),
  ];
}

function gpuText({ name, driver, computeCapability, totalMiB }: Gpu): string {
  return `${name}, compute capability ${computeCapability}, ${mebibytes(totalMiB)}, driver ${driver}`;
}

function usageText({ baselineMiB, peakMiB, residualMiB, samples }: GpuUsage): string {
  const [before, peak, after] = [baselineMiB, peakMiB, residualMiB].map(mebibytes);
  return `peak ${peak}, before ${before}, after ${after} (${plural(samples, "sample")})`;
}

function predictionText({ family, count: found, byClass, scoreMin, scoreMax }: PredictionSummary): string {
  const classes = Object.entries(byClass).slice(0, 12);
  const split = classes.map(([name, number]) => `${name} ${count(number)}`).join(", ");
  const scores =
    scoreMin === null || scoreMax === null ? "" : `, scores ${decimal(scoreMin)} to ${decimal(scoreMax)}`;
  return `${count(found)} ${family}${split === "" ? "" : ` (${split})`}${scores}`;
}

function latencyFacts(latenciesMs: readonly number[]): Fact[] {
  const times = percentiles(latenciesMs);
  if (!times) return [];
  const value = `p50 ${duration(times.p50)}, p95 ${duration(times.p95)} over ${plural(latenciesMs.length, "run")}`;
  return [{ label: "Latency", value }];
}

function containerText({ exitCode, oomKilled, timedOut, removed }: ContainerEnd): string {
  const parts = [
    exitCode === null ? `exit code ${unknown}` : `exit code ${exitCode}`,
    timedOut ? "ended by the deadline" : "",
    oomKilled ? "killed for its memory" : "",
    removed ? "removed" : "NOT removed",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
