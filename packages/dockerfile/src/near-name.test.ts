import { expect, test } from "vitest";
import { nameFinder } from "./near-name.ts";

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
