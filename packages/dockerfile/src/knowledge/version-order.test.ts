import { expect, test } from "vitest";
import { compareVersions } from "./version-order.ts";

test("versions in order", () => {
  const order = [
    "0.9",
    "1.0.0.dev1",
    "1.0.0a1",
    "1.0.0rc1",
    "1.0.0rc2",
    "v1.0",
    "1.0.0.post1",
    "1.9",
    "1.10",
    "2",
  ];
  expect(order.toReversed().sort((a, b) => compareVersions(a, b) ?? 0)).toEqual(order);
});

test.each([
  ["1.9.1+cu111", "1.9.1", 0],
  ["1.0", "1.0.0", 0],
  ["1.14.0a0+410ce96", "1.14.0a0", 0],
  ["latest", "1.0", undefined],
  ["1.0", "", undefined],
  ["1.0", `1${".0".repeat(100_000)}`, undefined],
])("%s against %.20s", (a, b, answer) => {
  expect(compareVersions(a, b)).toBe(answer);
});
