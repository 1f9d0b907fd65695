import { describe, expect, test } from "vitest";
import { ignoreFileNames, isIgnored, parseIgnore, readmittedBy } from "./parse-ignore.ts";

describe("the patterns of a file", () => {
  test.each([
    ["a byte order mark is no part of the pattern", "\uFEFFdata\n", ["data"]],
    ["# in column 1 is a comment", "# weights\n*.pth", ["*.pth"]],
    ["# elsewhere is part of the pattern", " #x\nlogs # old", ["#x", "logs # old"]],
    ["spaces and CRLF are trimmed", "  ckpts  \r\n\r\n", ["ckpts"]],
    ["paths are cleaned", "./a//b/../c/", ["a/c"]],
    ["a leading slash means nothing", "/data", ["data"]],
    ["! is kept apart", "!  /keep/", ["!keep"]],
  ])("%s", (_, text, expected) => {
    const read = parseIgnore(text).patterns.map((pattern) => (pattern.readmits ? "!" : "") + pattern.text);
    expect(read).toEqual(expected);
  });

  test.each([
    ["a lone !", "data\n!", 2],
    ["an open class", "[a-", 1],
    ["an empty class", "[]", 1],
    ["a trailing backslash", "a\\", 1],
  ])("refused with its line: %s", (_, text, line) => {
    expect(parseIgnore(text).problems).toEqual([{ line, message: expect.any(String) }]);
  });
});

describe("whether a file is kept from the build", () => {
  test.each([
    // a pattern is anchored at the root
    ["*.pth", "m.pth", true],
    ["*.pth", "ckpts/m.pth", false],
    ["**/*.pth", "m.pth", true],
    ["**/*.pth", "a/b/m.pth", true],
    ["__pycache__/", "x/__pycache__/y.pyc", false],
    ["**/__pycache__", "x/__pycache__/y.pyc", true],
    [".git/   # VCS", ".git/HEAD", false],
    // parents
    [".git", ".git/refs/heads/x", true],
    ["a/*/c", "a/b/c/d", true],
    ["a/*/c", "a/b/d/c", false],
    // ** in every place
    ["**", "a/b", true],
    ["a/**", "a", false],
    ["a/**", "a/b/c", true],
    ["a/**/b", "a/b", true],
    ["a/**/b", "a/x/y/b", true],
    ["a/**/b", "ab", false],
    ["a**b", "ab", true],
    ["a**b", "ax/b", true],
    ["a**b", "axb", false],
    ["**/a/**/b", "a/a/b", true],
    ["**/**/x", "x", true],
    // single characters and classes
    ["?.txt", "a.txt", true],
    ["?.txt", "/.txt", false],
    ["m[0-9].bin", "m7.bin", true],
    ["m[^0-9].bin", "m7.bin", false],
    ["m[^0-9].bin", "mx.bin", true],
    ["[\\]]", "]", true],
    ["c++", "c++", true],
    ["(d)", "(d)", true],
    ["a\\*b", "a*b", true],
    ["a\\*b", "axb", false],
    ["über", "über", true],
    ["?", "😀", true],
    // the last match wins
    ["*\n!keep", "keep/x", false],
    ["*\n!keep\nkeep/x", "keep/x", true],
    ["!keep\n*", "keep", true],
    ["*.md\n!README*.md\nREADME-secret.md", "README-secret.md", true],
    ["data\n!data/small/**", "data/small/x/y", false],
    ["data\n!data/small/**", "data/big", true],
  ])("%j, %s: %s", (patterns, path, expected) => {
    expect(isIgnored(parseIgnore(patterns), path)).toBe(expected);
  });

  test("no pattern is slow", () => {
    const hostile = parseIgnore(`${"*a".repeat(200)}b\n${"**/a".repeat(100)}/b\n`);
    const started = performance.now();
    isIgnored(hostile, `${"a/".repeat(300)}${"a".repeat(300)}c`);
    isIgnored(hostile, `${"a".repeat(3000)}b`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

test("a Dockerfile's own ignore file comes before the folder's", () => {
  expect(ignoreFileNames("Dockerfile")).toEqual(["Dockerfile.dockerignore", ".dockerignore"]);
});

test("more patterns than anybody writes are reported and not used", () => {
  const start = performance.now();
  const { patterns, problems } = parseIgnore("!*\n*\n".repeat(200_000));
  expect(patterns).toHaveLength(10_000);
  expect(problems).toEqual([
    {
      line: 10_001,
      kind: "size",
      message: "there are more than 10000 patterns; what follows is not used and not checked",
    },
  ]);
  expect(performance.now() - start).toBeLessThan(2000);
});

test.each([
  ["ckpts/m.pth", "ckpts\n!ckpts/m.pth", 2],
  ["ckpts/m.pth", "*\n!ckpts\n!ckpts/m.pth", 2],
  ["ckpts/m.pth", "!ckpts\n", undefined],
  ["ckpts/m.pth", "*\n!ckpts\n**/*.pth", undefined],
  ["other", "*\n!ckpts", undefined],
])("%s under %j is sent again by line %s", (path, text, line) => {
  expect(readmittedBy(parseIgnore(text), path)?.line).toBe(line);
});
