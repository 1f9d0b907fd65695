import { describe, expect, test } from "vitest";
import { parseGlob, stepsMatch } from "./glob.ts";
import { isIgnored, parseIgnore } from "./parse-ignore.ts";

test("the expression and the steps agree", () => {
  const parts = ["a", "b", "/", "*", "**/", "?", "[ab]", "[^a]", "|", "{2}", "{1,}", ".", "{", "}", "ü"];
  const characters = ["a", "b", "/", "\n", ".", "{", "}", "|", "ü", "\udcff"];
  let state = 1;
  const below = (end: number): number => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 8) % end;
  };
  const some = (of: readonly string[], most: number): string =>
    Array.from({ length: 1 + below(most) }, () => of[below(of.length)]).join("");
  let compared = 0;
  for (let count = 0; count < 20_000; count++) {
    const glob = parseGlob(some(parts, 6));
    if (typeof glob === "string") continue;
    const path = some(characters, 7);
    for (const one of glob.alternatives ?? [glob]) {
      if (one.expression === undefined) continue;
      compared += 1;
      expect(one.expression.test(path), `${one.expression} on ${JSON.stringify(path)}`).toBe(
        stepsMatch(one.steps, path),
      );
    }
  }
  expect(compared).toBeGreaterThan(5000);
});

// The builder forgets to escape these in the expression it makes of a pattern with wildcards; seen with BuildKit 0.25.
describe("bars and braces", () => {
  test.each([
    ["x|y", "x|y", true],
    ["x|y", "x", false],
    ["a|b*", "a", true],
    ["a|b*", "abc", true],
    ["a|b*", "xby", true],
    ["a|b*", "x/y", false],
    ["*/d/x|y/z", "q/d/x.py", true],
    ["*/d/x|y/z", "y/z", true],
    ["a{2}?", "aab", true],
    ["a{2}?", "ab", false],
    ["a{1,2}b*", "aab", true],
    ["a{1,}b*", "aaaab", true],
    ["a{x}*", "a{x}", true],
    ["[|]*", "|", true],
  ])("%j on %j", (text, path, expected) => {
    expect(isIgnored(parseIgnore(text), path)).toBe(expected);
  });

  test.each(["*{2}", "a{2,1}*", "a{1001}*", "?|{2}"])("%j is refused", (text) => {
    expect(parseIgnore(text).problems).toHaveLength(1);
  });
});
