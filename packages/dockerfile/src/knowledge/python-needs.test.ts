import { expect, test } from "vitest";
import { acceptsPython, hasWheel, requiresPython, wheelPythons } from "./python-needs.ts";

/** What PyPI says of the files of each release. */
test.each([
  ["numpy", "1.22.0", ">=3.8", "3.8 3.9 3.10"],
  ["numpy", "1.19.5", ">=3.6", "3.6 3.7 3.8 3.9"],
  ["numba", "0.48.0", ">=3.6", "3.6 3.7 3.8"],
  ["numba", "0.53.0", ">=3.6,<3.10", "3.6 3.7 3.8 3.9"],
  ["scipy", "1.8.0", ">=3.8,<3.11", "3.8 3.9 3.10"],
  ["Scikit_Image", "0.19.3", ">=3.7", "3.7 3.8 3.9 3.10"],
  ["shapely", "1.8.5.post1", ">=3.6", "3.6 3.7 3.8 3.9 3.10 3.11"],
  ["torch", "1.9.1+cu111", ">=3.6", "3.6 3.7 3.8 3.9"],
  ["torch", "2.0.1", ">=3.8", "3.8 3.9 3.10 3.11"],
  ["networkx", "2.2", undefined, ""],
  ["mmcv-full", "1.4.0", undefined, ""],
  ["opencv-python", "4.8.0.74", ">=3.6", undefined],
  ["setuptools", "59.5.0", ">=3.6", undefined],
  ["nobody", "1.0", undefined, undefined],
])("%s %s", (name, version, requires, wheels) => {
  expect([requiresPython(name, version), wheelPythons(name, version)?.join(" ")]).toEqual([requires, wheels]);
});

test.each([
  ["numpy", "1.22.0", "3.7", false, false],
  ["numpy", "1.22.0", "3.8", true, true],
  ["numpy", "1.19.5", "3.10", true, false],
  ["numba", "0.53.0", "3.10", false, false],
  ["networkx", "2.2", "3.8", true, false],
  ["opencv-python", "4.8.0.74", "3.12", true, true],
  ["numpy", "99.0", "3.8", undefined, undefined],
  ["numpy", "1.0", "3.8", undefined, undefined],
  ["nobody", "1.0", "3.8", undefined, undefined],
  ["numpy", "1.22.0", "3", undefined, undefined],
  ["numpy", "latest", "3.8", undefined, undefined],
])("%s %s on Python %s", (name, version, python, accepts, wheel) => {
  expect([acceptsPython(name, version, python), hasWheel(name, version, python)]).toEqual([accepts, wheel]);
});
