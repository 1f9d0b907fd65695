import { describe, expect, test } from "vitest";
import { names } from "./names.ts";
import { count, decimal, duration, mebibytes, percentiles, plural, size } from "./units.ts";

describe("size", () => {
  test.each([
    [0, "0 B"],
    [1023, "1023 B"],
    [1024, "1.0 KiB"],
    [1_048_575, "1.0 MiB"],
    [12_600, "12.3 KiB"],
    [8_123_456_789, "7.6 GiB"],
    [3 * 1024 ** 5, "3072.0 TiB"],
    [Number.NaN, "unknown"],
    [Number.POSITIVE_INFINITY, "unknown"],
    [-1, "unknown"],
    [null, "unknown"],
    [undefined, "unknown"],
  ])("%s bytes are %s", (bytes, text) => {
    expect(size(bytes)).toBe(text);
  });
});

describe("duration", () => {
  test.each([
    [0, "0 ms"],
    [0.25, "0.3 ms"],
    [85, "85 ms"],
    [1400, "1.4 s"],
    [9949, "9.9 s"],
    [9950, "10 s"],
    [59_499, "59 s"],
    [59_500, "1 min 0 s"],
    [200_000, "3 min 20 s"],
    [3_599_999, "1 h 00 min"],
    [3_720_000, "1 h 02 min"],
    [Number.NaN, "unknown"],
    [null, "unknown"],
  ])("%s ms are %s", (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});

test("other numbers", () => {
  expect(count(1_234_567)).toBe("1,234,567");
  expect(mebibytes(24_564.4)).toBe("24,564 MiB");
  expect(decimal(0.123456)).toBe("0.1235");
  expect(decimal(Number.NaN)).toBe("unknown");
  expect(plural(1, "model")).toBe("1 model");
  expect(plural(0, "model")).toBe("0 models");
});

test("percentiles are values that were measured", () => {
  expect(percentiles([180, 120, 121, 125])).toEqual({ p50: 121, p95: 180 });
  expect(percentiles([7])).toEqual({ p50: 7, p95: 7 });
  expect(percentiles([Number.NaN])).toBeNull();
});

test.each([
  [[], "none"],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
  [["a", "b", "c", "d"], "a, b and 2 more"],
])("%j are named %s", (all, text) => {
  expect(names(all, 3)).toBe(text);
});
