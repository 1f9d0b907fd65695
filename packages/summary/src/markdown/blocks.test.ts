import { expect, test } from "vitest";
import { bytesOf } from "../text/bytes-of.ts";
import { fitSections, type Section } from "./blocks.ts";

const item = (text: string, weight: number, noun = "row") => ({ text, weight, noun });
const notice = (leftOut: string[]): string =>
  leftOut.length === 0 ? "" : `(without ${leftOut.join(", ")})\n`;
const sections: Section[] = [
  { head: "<a>\n", items: [item("good\n", 5), item("bad\n", 1), item("good too\n", 5)], tail: "</a>\n" },
  { head: "<b>\n", items: [item("detail ö\n", 9, "detail")], tail: "</b>\n" },
];

test("everything stands in its order where there is room", () => {
  const text = "lead\n<a>\ngood\nbad\ngood too\n</a>\n<b>\ndetail ö\n</b>\n";
  expect(fitSections("lead\n", sections, 1000, notice)).toBe(text);
  expect(fitSections("lead\n", sections, bytesOf(text), notice)).toBe(text);
});

test.each([
  [50, "lead\n(without 1 row, 1 detail)\n<a>\ngood\nbad\n</a>\n"],
  [45, "lead\n(without 2 rows, 1 detail)\n<a>\nbad\n</a>\n"],
])("in %i bytes the weightiest go first, whole", (maxBytes, text) => {
  const fitted = fitSections("lead\n", sections, maxBytes, notice);
  expect(bytesOf(fitted)).toBeLessThanOrEqual(maxBytes);
  expect(fitted).toBe(text);
});

test.each([0, 5, 20, 30, 40, 45, 50, 55, 60, 65, 70])("in %i bytes nothing is left open", (maxBytes) => {
  const fitted = fitSections("", sections, maxBytes, notice);
  expect(bytesOf(fitted)).toBeLessThanOrEqual(maxBytes);
  for (const name of ["a", "b"]) expect(fitted.includes(`<${name}>`)).toBe(fitted.includes(`</${name}>`));
});
