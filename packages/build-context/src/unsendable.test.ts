import { expect, test } from "vitest";
import { unsendable } from "./unsendable.ts";

test.each([
  [["a", "b c"], []],
  [
    ["a\tb", "c", "d\u007f"],
    ["a\tb", "d\u007f"],
  ],
  [["a\tb", "ü"], []],
])("of %j the builder cannot hand over %j", (texts, expected) => {
  expect(unsendable(texts)).toEqual(expected);
});
