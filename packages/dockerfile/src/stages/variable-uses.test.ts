// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of Dockerfiles, not templates.
import { expect, test } from "vitest";
import { hasFallback, variableUses } from "./variable-uses.ts";

test.each([
  ["a", ""],
  ["$a/${b}", "a b"],
  ["'$a' \"$b\"", "b"],
  ["\\$a $b\\$c", "b"],
  ["${a:-$b}", "a:- b"],
  ["${a#x}${b//x/y}${c:+y}${d?z}", "a# b// c:+ d?"],
  ["$1 $$ ${} $ $(a) ${1}", ""],
  ['"it\'s $a"', "a"],
])("the variables of %s", (text, expected) => {
  const uses = variableUses(text);
  expect(uses.map(({ name, operator }) => name + operator).join(" ")).toBe(expected);
  for (const { start, end, name } of uses) expect(text.slice(start, end)).toContain(name);
});

test("the escape character of the file counts", () => {
  expect(variableUses("C:\\$a `$b", "`").map(({ name }) => name)).toEqual(["a"]);
});

test("a default, an alternative and a demand say what happens without a value", () => {
  const [all] = [variableUses("${a:-1} ${a-1} ${a:+1} ${a?1} ${a} ${a#1} $a")];
  expect(all?.map(hasFallback)).toEqual([true, true, true, true, false, false, false]);
});

test("a megabyte of dollars costs a fraction of a second", () => {
  const started = performance.now();
  for (const text of ["$".repeat(2 ** 20), "${a".repeat(2 ** 18), "$a'".repeat(2 ** 18)]) variableUses(text);
  expect(performance.now() - started).toBeLessThan(2000);
});
