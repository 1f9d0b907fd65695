import { expect, test } from "vitest";
import { ruleLink } from "./rule-link.ts";

const pages = "https://github.com/o/actions/blob/0123456/docs/rules";

test.each([
  ["git-is-pinned", "MIA201", `${pages}/git-is-pinned.md`],
  ["git-is-pinned", undefined, undefined],
  ["verify/unreadable-input", "MIA1", undefined],
  ["../../x", "MIA1", undefined],
  ["Git", "MIA1", undefined],
])("%s with code %s", (rule, code, href) => {
  expect(ruleLink(pages, { rule, ...(code !== undefined && { code }) })).toBe(href);
});

test.each([
  undefined,
  "",
  "javascript:alert(1)",
  "https://example.org",
  "https://example.org/a b",
  "https://example.org/a/../b",
  "https://example.org/a/",
  'https://example.org/"onclick',
])("no link under %j", (base) => {
  expect(ruleLink(base, { rule: "git-is-pinned", code: "MIA201" })).toBeUndefined();
});
