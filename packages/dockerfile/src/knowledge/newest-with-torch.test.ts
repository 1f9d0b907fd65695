import { expect, test } from "vitest";
import { newestWants } from "./newest-with-torch.ts";

test.each([
  ["torchvision", "3.8", "2.0.1", "==2.4.1"],
  ["torchvision", "3.8", "2.4.1", undefined],
  ["torchvision", "3.12", "2.0.1", ">=2.14.0"],
  ["torchvision", "3.12", "2.14.1+cu126", undefined],
  ["torchvision", "3.6", "1.9.1", undefined],
  ["torchaudio", "3.9", "2.0.1", "==2.8.0"],
  ["torchaudio", "3.10", "2.0.1", undefined],
  ["xformers", "3.11", "2.1.0", ">=2.10"],
  ["xformers", "3.9", "2.1.0", undefined],
  ["timm", "3.9", "2.1.0", undefined],
])("%s on Python %s beside torch %s", (name, python, torch, asks) => {
  expect(newestWants(name, python, torch)).toBe(asks);
});

test("without a Python, only what is so on each of them", () => {
  expect(newestWants("torchvision", undefined, "2.0.1")).toBe("");
  expect(newestWants("torchvision", undefined, "2.8.0")).toBeUndefined();
  expect(newestWants("torchaudio", undefined, "2.0.1")).toBeUndefined();
});
