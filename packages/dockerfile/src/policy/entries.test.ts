import { expect, test } from "vitest";
import { gpuProblem } from "./gpu-entry.ts";
import { registryProblem } from "./registry-entry.ts";

test.each(["A100", "RTX 4090", "NVIDIA A100-SXM4-80GB", "sm_89", "8.9", "sm_90a", "H100"])(
  "%s is a GPU that is known",
  (entry) => {
    expect(gpuProblem(entry)).toBeUndefined();
  },
);

test.each([
  ["sm_99", "no CUDA toolkit known here makes code for sm_99, so nothing is checked for it"],
  ["RTX 4909", "no GPU called RTX 4909 is known here, so nothing is checked for it; did you mean RTX 4090?"],
  ["4090", "did you mean RTX 4090?"],
  ["sm_8.9", "did you mean sm_89?"],
  ["89", "did you mean sm_89?"],
  ["Voodoo Banshee", "no GPU called Voodoo Banshee is known here, so nothing"],
])("%s is a GPU that is not", (entry, message) => {
  expect(gpuProblem(entry)?.message).toContain(message);
});

test.each([
  "ghcr.io",
  "ghcr.io/",
  "docker.io/pytorch",
  "localhost:5000",
  "localhost:5000/team",
  "registry.example.org:5000/team/x/",
  "python",
])("%s is a registry, or a part of one", (entry) => {
  expect(registryProblem(entry)).toBeUndefined();
});

test.each([
  ["https://ghcr.io/", "has a scheme; write ghcr.io"],
  ["docker://docker.io/nvidia", "has a scheme; write docker.io/nvidia"],
  [
    "ghcr.io/team/*",
    "has a wildcard, and an entry stands for everything below it anyhow; write ghcr.io/team",
  ],
  ["ghcr.io/team-*", "name each registry"],
  ["*.example.org", "name each registry"],
  ["docker.io/library/python:3.10", "write docker.io/library/python"],
  ["localhost:5000/x:1", "write localhost:5000/x"],
  ["python:slim", "write python"],
  [`docker.io/python@sha256:${"0".repeat(64)}`, "write docker.io/python"],
  ["our registry", "is no name of a registry"],
])("no image can lie under %s", (entry, message) => {
  expect(registryProblem(entry)).toContain(message);
});

test("long entries cost no time", () => {
  const started = performance.now();
  for (const part of ["/", ":", "a/", "[", "@", "a:"]) registryProblem(part.repeat(200));
  gpuProblem("rtx-".repeat(25));
  expect(performance.now() - started).toBeLessThan(200);
});
