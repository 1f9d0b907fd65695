import { expect, test } from "vitest";
import { compareVersions, formatVersion, parseVersion, type Version } from "./pep440.ts";
import { exactVersion, isSpecifier, satisfies } from "./specifiers.ts";

const version = (text: string): Version => parseVersion(text) as Version;

test("versions from the oldest to the newest", () => {
  const sorted = [
    ..."0.0 1.dev0 1.0.dev3 1.0a1.dev1 1.0a1 1.0a1.post2 1.0a2 1.0b1 1.0rc1.dev2 1.0rc1 1.0 1.0+cpu 1.0+cu102".split(
      " ",
    ),
    ..."1.0+cu111 1.0+1 1.0+2 1.0+2.a 1.0+10 1.0.post0.dev1 1.0.post0 1.0.post1 1.0.1 1.1 1.2 1.10 2 1!0.1".split(
      " ",
    ),
  ];
  const shuffled = [...sorted].reverse();
  expect(shuffled.sort((a, b) => compareVersions(version(a), version(b)))).toEqual(sorted);
});

test.each([
  ["1.0-RC_1", "1.0rc1"],
  ["v1.0alpha", "1.0a0"],
  ["1.0.preview-2", "1.0rc2"],
  ["1.0-1", "1.0.post1"],
  ["1.0rev", "1.0.post0"],
  ["1.0DEV", "1.0.dev0"],
  ["1.0+Ubuntu-1_a", "1.0+ubuntu.1.a"],
  ["0!01.00", "1.0"],
  [" 1.0 ", "1.0"],
])("one spelling for %j: %s", (text, expected) => {
  expect(formatVersion(version(text))).toBe(expected);
});

test.each([
  ["1.0.x"],
  [""],
  ["1..0"],
  ["1.0+"],
  ["1.0+a+b"],
  ["2004d"],
  ["latest"],
  ["1.0*"],
  ["1".repeat(17)],
  ["1.".repeat(500)],
])("%j is no version", (text) => {
  expect(parseVersion(text)).toBeUndefined();
});

test.each<[string, string, string, boolean | undefined]>([
  ["1.9.1", "==", "1.9.1+cu111", false],
  ["1.9.1+cu111", "==", "1.9.1", true],
  ["1.9.1+cu102", "==", "1.9.1+cu111", false],
  ["1.9.1+CU111", "==", "1.9.1+cu111", true],
  ["1.9.1+cu111", "!=", "1.9.1", false],
  ["1.9", "==", "1.9.0", true],
  ["1.9.1", "===", "1.9.1", true],
  ["1.9.0", "===", "1.9", false],
  ["1.10", "==", "1.1.*", false],
  ["1.1.5+cpu", "==", "1.1.*", true],
  ["1.1rc1", "==", "1.1.*", true],
  ["1.2", "!=", "1.1.*", true],
  ["1.9.1+cu111", "<=", "1.9.1", true],
  ["1.9.1+cu111", ">", "1.9.1", false],
  ["1.9.1.post1", ">", "1.9.1", false],
  ["1.9.2", ">", "1.9.1", true],
  ["1.0.0rc6", "<", "1.0.0", false],
  ["1.0.0rc6", "<", "1.0.0rc7", true],
  ["1.0.0rc6", ">=", "0.17", true],
  ["1.4.5", "~=", "1.4.2", true],
  ["1.5.0", "~=", "1.4.2", false],
  ["1.5.0", "~=", "1.4", true],
  ["2.0", "~=", "1.4", false],
  ["1!1.0", ">", "2.0", true],
  ["1.9.1", "=", "1.9", true],
  ["1.10", "=", "1.1", false],
  ["1.9.1", ">=", "nonsense", undefined],
  ["nonsense", ">=", "1", undefined],
  ["1.9.1", ">=", "1.0+cu111", undefined],
])("%s %s%s: %s", (installed, operator, wanted, expected) => {
  expect(satisfies(installed, [{ operator, version: wanted }])).toBe(expected);
});

test("one condition that fails decides, whatever is not known", () => {
  const clauses = [
    { operator: ">=", version: "?" },
    { operator: "<", version: "1" },
  ];
  expect(satisfies("2", clauses)).toBe(false);
  expect(satisfies("0.5", clauses)).toBeUndefined();
  expect(satisfies("0.5", [])).toBe(true);
});

test("what pins", () => {
  const of = (operator: string, text: string) => exactVersion([{ operator, version: text }]);
  expect([of("==", "1.0"), of("===", "1.0"), of("==", "1.*"), of(">=", "1"), of("==", "$V")]).toEqual([
    "1.0",
    "1.0",
    undefined,
    undefined,
    undefined,
  ]);
});

test.each<[string, string, boolean]>([
  ["==", "1.0.*", true],
  [">=", "1.0.*", false],
  ["~=", "1", false],
  ["~=", "1.0", true],
  [">=", "1.0+l", false],
  ["==", "1.0+l", true],
  ["===", "anything", true],
  ["=", "1.0", false],
])("%s%s is a specifier: %s", (operator, text, expected) => {
  expect(isSpecifier({ operator, version: text })).toBe(expected);
});
