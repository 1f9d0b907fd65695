import { expect, test } from "vitest";
import { torchFamily, torchOf, wheelCapabilitiesOf } from "./torch-family.ts";

/** Requires-Dist of the wheels on PyPI; labels and older CUDA: pytorch.org, "Previous PyTorch Versions". */
test.each([
  ["1.9.1+cu111", ["0.10.1"], ["0.9.1"], undefined],
  ["1.9.0", ["0.10.0"], ["0.9.0"], undefined],
  ["1.7.0", ["0.8.0", "0.8.1"], ["0.7.0"], "10.2"],
  ["1.10.0", ["0.11.1", "0.11.0"], ["0.10.0"], undefined],
  ["2.0.0", ["0.15.1", "0.15.0"], ["2.0.1", "2.0.0"], "11.7"],
  ["2.1.0", ["0.16.0"], ["2.1.0"], "12.1"],
  ["2.6.0", ["0.21.0"], ["2.6.0"], "12.4"],
  ["2.14.1", [], [], "13.0"],
])("torch %s", (version, torchvision, torchaudio, pypiCuda) => {
  expect(torchFamily(version)).toMatchObject({ torchvision, torchaudio, pypiCuda });
});

test("labels, and what is not known", () => {
  expect(torchFamily("1.9.1")?.labels).toEqual(["cu102", "cu111"]);
  expect(torchFamily("2.6.0")?.labels).toEqual([]);
  expect([torchFamily("1.9.9"), torchFamily("main"), torchFamily("constructor")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("the torch of a torchvision", () => {
  expect(torchOf("torchvision", "0.10.1+cu111")).toEqual(["1.9.1"]);
  expect(torchOf("torchaudio", "2.0.2")).toEqual(["2.0.1"]);
  expect(torchOf("torchvision", "0.29.1")).toEqual([]);
});

/** TORCH_CUDA_ARCH_LIST of pytorch/builder's release branches. */
test.each([
  ["1.9.1+cu111", "11.1", "3.7 5.0 6.0 7.0 7.5 8.0 8.6"],
  ["2.0.1", "11.8.0", "3.7 5.0 6.0 7.0 7.5 8.0 8.6 9.0"],
  ["2.1.0", "12.1", "5.0 6.0 7.0 7.5 8.0 8.6 9.0"],
  ["2.7.0", "12.8", undefined],
])("the wheel of torch %s for CUDA %s has code for %s", (torch, cuda, capabilities) => {
  expect(wheelCapabilitiesOf(torch, cuda)?.join(" ")).toBe(capabilities);
});
