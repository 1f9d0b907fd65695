import { expect, test } from "vitest";
import { asserts, fits, openmmlabRange, openmmlabVersions } from "./openmmlab-ranges.ts";

/** The asserts in `__init__.py` of each package at that version, and requirements/runtime.txt of mmdetection3d. */
test.each([
  ["mmdet3d", "v0.17.1", "mmcv>=1.3.8,<=1.4.0 mmdet>=2.14.0,<=3.0.0 mmseg>=0.14.1,<=1.0.0"],
  ["mmdet3d", "1.0.0rc6", "mmcv>=1.5.2,<=1.7.0 mmdet>=2.24.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0"],
  ["mmdet3d", "1.1.0", "mmengine>=0.7.1,<1.0.0 mmcv>=2.0.0rc4,<2.1.0 mmdet>=3.0.0,<3.1.0"],
  ["mmdet", "2.14.0", "mmcv>=1.3.8,<=1.4.0"],
  ["mmdet", "2.28.2", "mmcv>=1.3.17,<=1.8.0"],
  ["mmseg", "0.14.1", "mmcv>=1.3.1,<=1.4.0"],
  ["mmsegmentation", "0.30.0", "mmcv>=1.3.13,<1.8.0"],
])("%s %s asserts %s", (name, version, text) => {
  const asserted = openmmlabRange(name, version)?.filter(({ when }) => when === "import");
  expect(asserted?.map((range) => range.name + range.text).join(" ")).toBe(text);
});

test("what pip installs with it", () => {
  const installed = openmmlabRange("mmdet3d", "0.17.1")?.filter(({ when }) => when === "install");
  expect(installed?.map((range) => range.name + range.text)).toEqual([
    "networkx>=2.2,<2.3",
    "numba==0.48.0",
    "numpy<1.20.0",
  ]);
});

test.each([
  ["mmdet3d", "0.17.9"],
  ["mmdet", "2.99.0"],
  ["mmpose", "0.28.0"],
  ["constructor", "1"],
])("%s %s is not known", (name, version) => {
  expect(openmmlabRange(name, version)).toBeUndefined();
});

test.each([
  ["0.17.1", "1.4.0", true],
  ["0.17.1", "1.5.0", false],
  ["1.0.0rc6", "1.4.0", false],
  ["1.0.0rc6", "1.5.2+cu111", true],
  ["1.1.0", "2.0.0rc4", true],
  ["1.1.0", "2.0.0rc3", false],
  ["1.1.0", "2.1.0", false],
  ["1.1.0", "main", undefined],
])("mmdet3d %s with mmcv %s: %s", (version, mmcv, answer) => {
  const range = openmmlabRange("mmdet3d", version)?.find(({ name }) => name === "mmcv");
  expect(range && fits(mmcv, range)).toBe(answer);
});

test("all versions of a package, oldest first", () => {
  expect(openmmlabVersions("mmdet3d").slice(0, 2)).toEqual(["0.6.1", "0.7.0"]);
  expect(openmmlabVersions("mmpose")).toEqual([]);
  expect(asserts("mmdet3d", "0.17.1").map(({ name }) => name)).toEqual(["mmcv", "mmdet", "mmseg"]);
});
