import { expect, test } from "vitest";
import { liesWithin } from "./path-overlap.ts";

test.each([
  ["/app/output_results", true],
  ["/app/output_results/", true],
  ["/app/output_results/a/b", true],
  ["//app/./x/../output_results/a", true],
  ["/../../app/output_results/a", true],
  ["app/output_results", true],
  ["/app/output_results2", false],
  ["/app", false],
  ["/", false],
  ["", false],
  ["/app/output_results/..", false],
])("%j lies within /app/output_results: %j", (path, expected) => {
  expect(liesWithin(path, "/app/output_results")).toBe(expected);
});
