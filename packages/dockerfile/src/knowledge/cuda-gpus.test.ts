import { expect, test } from "vitest";
import {
  capabilitiesOf,
  codeRunsOn,
  cudaRunsOn,
  endedWithCuda,
  firstCudaFor,
  type Runs,
} from "./cuda-gpus.ts";
import { gpuOf } from "./gpu-architectures.ts";

/** Capabilities: `nvcc --list-gpu-code` of NVIDIA's wheels; the rule: CUDA C++ Programming Guide, Binary Compatibility. */
test.each<[string, string, Runs]>([
  ["11.1", "8.6", "native"],
  ["11.0", "8.6", "forward"],
  ["11.1.1", "sm_89", "forward"],
  ["11.1", "9.0", "no"],
  ["11.7", "9.0", "no"],
  ["11.8", "9.0", "native"],
  ["12.6", "10.0", "no"],
  ["12.6", "12.0", "no"],
  ["12.8", "12.0", "native"],
  ["12.8", "10.3", "forward"],
  ["12.9", "7.0", "native"],
  ["13.0", "7.0", "no"],
  ["12.0", "3.7", "no"],
  ["11.8", "3.7", "native"],
  ["9.0", "7.0", "unknown"],
  ["14.0", "9.0", "unknown"],
  ["12.8", "15.0", "unknown"],
  ["x", "9.0", "unknown"],
  ["12.8", "x", "unknown"],
])("code by CUDA %s on a GPU of %s: %s", (cuda, capability, answer) => {
  expect(cudaRunsOn(cuda, capability)).toBe(answer);
});

test("what a toolkit makes code for", () => {
  expect(capabilitiesOf("11.8").join(" ")).toBe(
    "3.5 3.7 5.0 5.2 5.3 6.0 6.1 6.2 7.0 7.2 7.5 8.0 8.6 8.7 8.9 9.0",
  );
  expect(capabilitiesOf("13.0").join(" ")).toBe("7.5 8.0 8.6 8.7 8.8 8.9 9.0 10.0 10.3 11.0 12.0 12.1");
  expect([firstCudaFor("9.0"), firstCudaFor("12.0"), firstCudaFor("constructor")]).toEqual([
    "11.8",
    "12.8",
    undefined,
  ]);
  expect([endedWithCuda("7.0"), endedWithCuda("9.0")]).toEqual(["13.0", undefined]);
});

test("code of a wheel", () => {
  expect(codeRunsOn(["8.0", "8.6"], "8.9")).toBe("forward");
  expect(codeRunsOn(["8.0", "8.6"], "9.0")).toBe("no");
});

/** https://developer.nvidia.com/cuda-gpus */
test.each([
  ["RTX 4090", "8.9"],
  ["NVIDIA GeForce RTX 4070 Ti SUPER", "8.9"],
  ["NVIDIA A100-SXM4-80GB", "8.0"],
  ["H100 PCIe", "9.0"],
  ["L40S", "8.9"],
  ["a10", "8.6"],
  ["Tesla T4", "7.5"],
  ["Tesla V100-PCIE-16GB", "7.0"],
  ["RTX 5090", "12.0"],
  ["NVIDIA B200", "10.0"],
  ["NVIDIA RTX 6000 Ada Generation", "8.9"],
  ["NVIDIA RTX PRO 6000 Blackwell Server Edition", "12.0"],
  ["Quadro RTX 6000", "7.5"],
  ["sm_90a", "9.0"],
  ["sm_120", "12.0"],
  ["compute_86", "8.6"],
  ["8.9", "8.9"],
])("%s is of capability %s", (text, capability) => {
  expect(gpuOf(text)).toMatchObject({ capability, sm: `sm_${capability.replace(".", "")}` });
});

test.each([["RTX 6000"], ["Radeon"], [""], ["89"], ["constructor"], [`RTX ${" ".repeat(100_000)}4090`]])(
  "a GPU not known: %#",
  (text) => {
    expect(gpuOf(text)).toBeUndefined();
  },
);
