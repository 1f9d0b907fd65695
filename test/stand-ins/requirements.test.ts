import { expect, test } from "vitest";
import { canonicalName, parsePins } from "./requirements.mjs";

test.each([
  ["torch==1.9.1+cu111", { name: "torch", version: "1.9.1+cu111" }],
  ["mmcv-full == 1.4.0  # the last one", { name: "mmcv-full", version: "1.4.0" }],
  ['shapely==1.8.5.post1 ; python_version < "3.9"', { name: "shapely", version: "1.8.5.post1" }],
  ["yapf==0.32.0 --hash=sha256:abc \\", { name: "yapf", version: "0.32.0" }],
])("%s", (line, pin) => {
  expect(parsePins(line)).toEqual([{ ...pin, line: 1 }]);
});

test("comments, options and empty lines pin nothing", () => {
  expect(parsePins("# torch==1\n\n--find-links https://example.org\n-r other.txt\r\n")).toEqual([]);
});

test("a requirement that is no pin is refused with its line", () => {
  expect(() => parsePins("torch==1.9\nnumpy>=1.20")).toThrow('line 2: "numpy>=1.20" is not a pin');
});

test("names that pip takes for the same are the same", () => {
  expect(canonicalName("MMCV_full")).toBe(canonicalName("mmcv-full"));
});
