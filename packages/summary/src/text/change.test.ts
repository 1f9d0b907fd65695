import { expect, test } from "vitest";
import { bar } from "./bar.ts";
import { changeOfBytes, shareOf, shortChange } from "./change.ts";

test.each([
  [0, 100, "0%"],
  [1, 100_000, "<0.1%"],
  [1, 1000, "0.1%"],
  [25, 1000, "2.5%"],
  [123, 1000, "12%"],
  [999, 1000, "99.9%"],
  [99_999, 100_000, ">99.9%"],
  [5, 5, "100%"],
  [15, 5, "300%"],
  [5, 0, ""],
])("%i of %i is %s", (part, whole, text) => {
  expect(shareOf(part, whole)).toBe(text);
});

test.each([
  [2048, 1024, "1,024 bytes (1.0 KiB, 50%) smaller", "50% smaller"],
  [1024, 2048, "1,024 bytes (1.0 KiB, 100%) larger", "100% larger"],
  [0, 0, "the same size", "same size as before"],
])("%i bytes, then %i", (before, after, long, short) => {
  expect(changeOfBytes(before, after)).toBe(long);
  expect(shortChange(before, after)).toBe(short);
});

test.each([
  [[], 4, "...."],
  [[{ from: 0, to: 1 }], 4, "####"],
  [[{ from: 0, to: 0.0001 }], 4, "#..."],
  [[{ from: 1, to: 1 }], 4, "...#"],
  [
    [
      { from: 0.25, to: 0.5 },
      { from: 0.75, to: 0.8 },
    ],
    4,
    ".#.#",
  ],
  [[{ from: 0, to: 1 }], 0, ""],
])("%j in %i characters", (spans, width, text) => {
  expect(bar(spans, width, "#", ".")).toBe(text);
});
