import { expect, test } from "vitest";
import { code, escapeMarkdown } from "./escape.ts";

/** What a reader sees of entities. */
function decode(text: string): string {
  return text.replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)));
}

test.each([
  "a | b || c",
  "`code` ``more``",
  "</details></summary></table>",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[click](javascript:alert(1))",
  "![x](https://evil.test/p.png)",
  "<!-- comment -->",
  "*bold* __bold__ ~~gone~~",
  "$\\frac{1}{2}$",
  "@everyone #1",
  "&lt; &#124; &amp;",
  "back\\slash \\| \\`",
  "\"quotes' here",
  "[ref]: https://evil.test",
])("%j is text and nothing else", (text) => {
  const escaped = escapeMarkdown(text);
  expect(escaped.replace(/&#\d+;/g, "")).not.toMatch(/[|`<>*[\]~\\$@#"'&]/);
  expect(decode(escaped)).toBe(text);
});

test.each([
  ["- item", "&#45; item"],
  ["+ item", "&#43; item"],
  ["1. item", "&#49;. item"],
  ["12.3 KiB", "12.3 KiB"],
  ["snake_case_name", "snake_case_name"],
  ["_emphasis_", "&#95;emphasis&#95;"],
  ["a\n\n# heading", "a &#35; heading"],
])("%j becomes %s", (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test.each([
  ["see https://evil.test", "see https&#58;//evil.test"],
  ["www.evil.test", "&#119;ww.evil.test"],
  ["Fix: 3:41", "Fix: 3:41"],
])("the bare address in %j is no link", (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
  expect(decode(escaped)).toBe(text);
});

test("code holds any text", () => {
  expect(code("a`b</code>")).toBe("<code>a&#96;b&#60;/code&#62;</code>");
  expect(code("")).toBe("");
});
