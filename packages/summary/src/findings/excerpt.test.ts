import { describe, expect, test } from "vitest";
import { widthOf } from "../terminal/width.ts";
import { excerpt } from "./excerpt.ts";

/** The line with its carets under it, as a reader sees both. */
function shown(line: string, start: number, end: number, width: number): string[] {
  const { text, indent, length } = excerpt(line, { start, end }, width);
  return [text, " ".repeat(indent) + "^".repeat(length)];
}

const letters = "abcdefghijklmnopqrstuvwxyz";

test.each([
  ["a short line", "RUN pip install x", 4, 7, 40, ["RUN pip install x", "    ^^^"]],
  ["a tab is four columns", "\tRUN\tpip", 5, 8, 40, ["    RUN    pip", "           ^^^"]],
  ["wide characters take two", "漢字 pip", 3, 6, 40, ["漢字 pip", "     ^^^"]],
  ["a wide span", "x 漢字 y", 2, 4, 40, ["x 漢字 y", "  ^^^^"]],
  ["marks take none", "e\u0301e\u0301 pip", 5, 8, 40, ["e\u0301e\u0301 pip", "   ^^^"]],
  ["escape sequences are gone", "\u001b[31mred\u001b[0m pip", 13, 16, 40, ["red pip", "    ^^^"]],
  ["turned text is named", "\u202epip", 1, 4, 40, ["[U+202E]pip", "        ^^^"]],
  ["behind the end", "ab", 2, 3, 40, ["ab", "  ^"]],
  ["an empty line", "", 0, 1, 40, ["", "^"]],
  ["cut behind", letters, 2, 4, 20, ["abcdefghijklmnopqr…", "  ^^"]],
  ["cut before", letters, 24, 26, 20, ["…ijklmnopqrstuvwxyz", "                 ^^"]],
  ["cut on both sides", letters + letters, 20, 22, 20, ["…ijklmnopqrstuvwxyz…", "             ^^"]],
  [
    "a span longer than the line",
    letters + letters,
    2,
    50,
    20,
    ["…cdefghijklmnopqrs…", " ^^^^^^^^^^^^^^^^^^"],
  ],
  ["half a pair is taken with its other half", "🙂🙂", 1, 2, 40, ["🙂🙂", "^^"]],
])("%s", (_, line, start, end, width, expected) => {
  expect(shown(line, start, end, width)).toEqual(expected);
});

describe("a line of a megabyte", () => {
  test.each([
    ["letters", "x"],
    ["marks", "\u0301"],
    ["escapes", "\u001b[31m"],
    ["pictures", "🙂"],
    ["tabs", "\t"],
  ])("of %s is cut in no time, wherever the span is", (_, unit) => {
    const line = unit.repeat(1_000_000 / unit.length);
    const began = performance.now();
    for (const [start, end] of [
      [0, 1],
      [0, line.length],
      [500_001, 500_003],
      [line.length - 1, line.length],
    ] as const) {
      const { text, indent, length } = excerpt(line, { start, end }, 80);
      expect(widthOf(text)).toBeLessThanOrEqual(80);
      expect(indent + length).toBeLessThanOrEqual(81);
      expect(text).toContain("…");
    }
    expect(performance.now() - began).toBeLessThan(100);
  });
});
