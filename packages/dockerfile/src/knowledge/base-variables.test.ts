import { expect, test } from "vitest";
import { mayComeFromOutside } from "./base-variables.ts";

test.each<[string, string | undefined, boolean]>([
  ["PATH", "ubuntu:22.04", true],
  ["http_proxy", "ubuntu:22.04", true],
  ["CUDA_VERSION", "nvidia/cuda:12.1.0-devel-ubuntu22.04", true],
  ["CUDA_VERSION", "nvcr.io/nvidia/cuda:12.1.0-devel-ubuntu22.04", true],
  ["CUDA_VERSION", "ubuntu:22.04", false],
  ["PYTHON_VERSION", "python:3.10", true],
  ["PYTHON_VERSION", "nvidia/cuda:12.1.0-devel-ubuntu22.04", false],
  ["CUDA_VERSION", "example.org/base:1", true],
  ["CUDA_VERSION", undefined, true],
  ["MODEL_DIR", "example.org/base:1", false],
  ["constructor", "constructor", false],
])("%s on %s may be set: %s", (name, base, expected) => {
  expect(mayComeFromOutside(name, base)).toBe(expected);
});
