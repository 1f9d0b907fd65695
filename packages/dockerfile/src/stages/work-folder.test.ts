import { expect, test } from "vitest";
import { enterFolder } from "./work-folder.ts";

test.each([
  ["/", "a", "/a"],
  ["/a", "b/./c//", "/a/b/c"],
  ["/a/b", "../c", "/a/c"],
  ["/a", "..", "/"],
  ["/a", "../..", ""],
  ["", "a/../b", "b"],
  ["", "a", "a"],
  ["a/b", "../..", ""],
  ["/a", "/x/../y", "/y"],
  ["/a", "$B", ""],
  ["/a", ".", "/a"],
  ["/a", "x".repeat(5000), ""],
])("from %j into %j", (folder, next, expected) => {
  expect(enterFolder(folder, next)).toBe(expected);
});
