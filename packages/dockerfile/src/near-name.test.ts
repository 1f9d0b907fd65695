import { expect, test } from "vitest";
import { isOneSlipFrom, nameFinder } from "./near-name.ts";

test("the nearest name, and none for what is far from all", () => {
  const near = nameFinder();
  expect([near("bulder", ["builder", "base"]), near("zzzzzz", ["builder"])]).toEqual(["builder", undefined]);
});

test("hostile names end soon", () => {
  const near = nameFinder();
  const names = Array.from({ length: 10_000 }, (_, index) => "a".repeat(1000) + index);
  const started = performance.now();
  for (const name of names) near(name, names);
  for (const name of names) near(name.slice(-50), names);
  expect(performance.now() - started).toBeLessThan(1000);
});

test.each<[string, string, boolean]>([
  ["MODEL_DIR", "MODEL_DRI", true],
  ["MODEL_DIR", "MODEL_DIRS", true],
  ["MODEL_DIR", "MODEL_DI", true],
  ["MODEL_DIR", "MODEL_DIT", true],
  ["MODEL_DIR", "MODEL_DIR", false],
  ["FOO_1", "FOO_2", false],
  ["logs", "docs", false],
  ["abc", "abd", false],
  ["CUDA_VERSION", "CUDNN_VERSION", false],
])("from %s to %s is one slip: %s", (a, b, expected) => {
  expect(isOneSlipFrom(a, b)).toBe(expected);
});
