// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of Dockerfiles, not templates.
import { expect, test } from "vitest";
import { expand } from "./expand.ts";

const values: Record<string, string | undefined> = {
  a: "one",
  path: "x/y/x.tar.gz",
  empty: "",
  caller: undefined,
};
const lookup = (name: string): string | undefined | null => (name in values ? values[name] : null);

test.each([
  ["$a", "one"],
  ["${a}", "one"],
  ["$ab", ""],
  ["${a}b", "oneb"],
  ["$none", ""],
  ["x$", "x$"],
  ["\\$a", "$a"],
  ["'$a'", "$a"],
  ['"$a"', "one"],
  ['"\\$a"', "$a"],
  ['"a\\b"', "a\\b"],
  ["a\\ b", "a b"],
  ["${none:-two}", "two"],
  ["${none-two}", "two"],
  ["${empty:-two}", "two"],
  ["${empty-two}", ""],
  ["${a:-two}", "one"],
  ["${none:-${a}}", "one"],
  ["${none:-${none:-${a}s}}", "ones"],
  ["${a:+two}", "two"],
  ["${none:+two}", ""],
  ["${empty:+two}", ""],
  ["${empty+two}", "two"],
  ["${a:?must}", "one"],
  ["${path#x/}", "y/x.tar.gz"],
  ["${path#*/}", "y/x.tar.gz"],
  ["${path##*/}", "x.tar.gz"],
  ["${path%.*}", "x/y/x.tar"],
  ["${path%%.*}", "x/y/x"],
  ["${path/x/z}", "z/y/x.tar.gz"],
  ["${path//x/z}", "z/y/z.tar.gz"],
  ["${path%none}", "x/y/x.tar.gz"],
  ["${caller:-own}", "own"],
])("%s is %j", (text, value) => {
  expect(expand(text, lookup)).toEqual({ value, unknown: [], tooLong: false });
});

test.each([["$caller"], ["${caller}"], ["${caller:+x}"], ["${caller%x}"], ["${!a}"], ["${a"]])(
  "%s is not known",
  (text) => {
    expect(expand(text, lookup).unknown).toHaveLength(1);
  },
);

test("with another escape character", () => {
  expect(expand("`$a\\$a", lookup, "`").value).toBe("$a\\one");
});
