import { expect, test } from "vitest";
import { clean, cleanTail } from "./clean.ts";

test.each([
  ["plain words", "plain words"],
  ["two\r\nlines\u2028three", "two lines three"],
  ["\u001b[31mred\u001b[0m", "red"],
  ["\u001b]8;;https://evil.test\u0007link\u001b]8;;\u0007", "link"],
  ["bell\u0007 null\u0000 c1\u009b", "bell null c1"],
  ["abc\u202egpj.exe", "abc[U+202E]gpj.exe"],
  ["zero\u200bwidth\u2060\ufeff", "zero[U+200B]width[U+2060][U+FEFF]"],
  ["tag\u{e0041}", "tag[U+E0041]"],
  ["sign \u26a0\ufe0f stays", "sign \u26a0 stays"],
  ["half \ud83d pair", "half \ufffd pair"],
  ["", ""],
])("%j is shown as %j", (text, shown) => {
  expect(clean(text)).toBe(shown);
});

test("a long text says how much of it is gone", () => {
  expect(clean("a".repeat(30), 10)).toBe("aaaaaaaaaa [20 more characters]");
});

test("the end of a log is kept, line by line, and says that it is an end", () => {
  const log = Array.from({ length: 100 }, (_, index) => `  line ${index}`).join("\n");
  expect(cleanTail(log, 8000, 3)).toEqual([
    "[earlier lines left out]",
    "  line 97",
    "  line 98",
    "  line 99",
  ]);
  expect(cleanTail("one\n\n\n")).toEqual(["one"]);
});
