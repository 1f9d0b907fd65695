import { expect, test } from "vitest";
import { sourceLink } from "./source-link.ts";

const links = { server: "https://github.com", repository: "o/r", commit: "a".repeat(40) };
const root = `https://github.com/o/r/blob/${links.commit}`;

test.each([
  ["images/maptr/Dockerfile", 12, `${root}/images/maptr/Dockerfile#L12`],
  ["a b/(c)#d?.txt", 1, `${root}/a%20b/%28c%29%23d%3F.txt#L1`],
  ["../secret", 1, undefined],
  ["/etc/passwd", 1, undefined],
  ["a//b", 1, undefined],
  ["javascript:alert(1)", 1, `${root}/javascript%3Aalert%281%29#L1`],
  ["a", 0, undefined],
  ["a", Number.NaN, undefined],
  ["half\ud800", 1, undefined],
])("%s line %s", (file, line, href) => {
  expect(sourceLink(links, file, line)).toBe(href);
});

test.each([
  [4, "#L4"],
  [7, "#L4-L7"],
  [2, "#L4"],
])("line 4 to %i is %s", (endLine, anchor) => {
  expect(sourceLink(links, "a", 4, endLine)).toBe(`${root}/a${anchor}`);
});

test.each([
  { server: "javascript:alert(1)//" },
  { server: "https://github.com/evil" },
  { repository: "o/r/../x" },
  { repository: "o" },
  { commit: "main" },
])("no link with %j", (change) => {
  expect(sourceLink({ ...links, ...change }, "a", 1)).toBeUndefined();
});
