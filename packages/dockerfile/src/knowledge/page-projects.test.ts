import { expect, test } from "vitest";
import { mayHave } from "./page-projects.ts";

const torch = "https://download.pytorch.org/whl/torch_stable.html";
const mmcv = "https://download.openmmlab.com/mmcv/dist/cu111/torch1.9.0/index.html";

test.each([
  [torch, "torch", true],
  [torch, "TorchVision", true],
  [torch, "nvidia_cublas_cu12", true],
  [torch, "numpy", true],
  [torch, "fire", false],
  [mmcv, "mmcv-full", true],
  [mmcv, "mmcv", true],
  [mmcv, "torch", false],
  ["https://download.pytorch.org.evil.example/whl/x", "fire", true],
  ["https://example.org/simple", "fire", true],
])("%s may have %s: %s", (url, project, expected) => {
  expect(mayHave(url, project)).toBe(expected);
});
