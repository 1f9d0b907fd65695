import { describe, expect, test } from "vitest";
import { chooseGpu } from "./choose-gpu.ts";
import { isCompatible } from "./compatibility.ts";
import type { GpuState } from "./gpu-query.ts";

const needs = {
  computeCapability: { min: "7.0", max: "8.9" },
  reason: "kernels for 7.0 to 8.6",
  memoryMiB: 1,
};
const gpu = (index: number, over: Partial<GpuState> = {}): GpuState => ({
  index,
  uuid: `GPU-${index}`,
  name: "NVIDIA A10",
  driver: "535.1",
  computeCapability: "8.6",
  totalMiB: 24_000,
  usedMiB: 0,
  broken: false,
  ...over,
});

test.each([
  ["7.0", true],
  ["8.9", true],
  ["6.1", false],
  ["9.0", false],
  ["10.0", false],
  ["12.0", false],
  ["", false],
  [null, false],
])("compute capability %j is compatible: %j", (capability, compatible) => {
  const judged = isCompatible(needs, capability);
  expect(judged.compatible).toBe(compatible);
  if (!compatible) expect(judged.reason).toContain("kernels for 7.0 to 8.6");
});

describe("chooseGpu", () => {
  const h100 = gpu(0, { name: "NVIDIA H100", computeCapability: "9.0" });
  test.each([
    ["auto", [gpu(0, { usedMiB: 20_000 }), gpu(1, { usedMiB: 100 })], "GPU-1"],
    ["auto", [h100, gpu(1)], "GPU-1"],
    ["auto", [gpu(0, { broken: true }), gpu(1)], "GPU-1"],
    ["auto", [gpu(0, { usedMiB: null }), gpu(1, { usedMiB: 23_999 })], "GPU-1"],
    ["1", [gpu(0), gpu(1, { usedMiB: 20_000 })], "GPU-1"],
    ["GPU-1", [gpu(0), gpu(1)], "GPU-1"],
    ["auto", [], "gpu-missing"],
    ["2", [gpu(0)], "gpu-missing"],
    ["auto", [h100], "gpu-incompatible"],
    ["0", [h100, gpu(1)], "gpu-incompatible"],
    ["auto", [gpu(0, { broken: true })], "gpu-lost"],
    ["auto", [gpu(0, { uuid: null })], "gpu-lost"],
  ])("%s of %j is %s", (wanted, gpus, expected) => {
    const choice = chooseGpu(gpus, wanted, needs);
    expect(choice.ok ? choice.gpu.uuid : choice.failure.code).toBe(expected);
  });
});
