import { expect, test } from "vitest";
import { contextFinder, patternFinder } from "./context-tree.ts";
import { parseIgnore } from "./parse-ignore.ts";
import { readContext } from "./read-context.ts";
import type { ContextEntry } from "./walk-context.ts";

/** Folders end in a slash, links in an @. */
const tree: Record<string, string[]> = {
  "": ["Dockerfile", "a/", "empty/", "link@", "patches/", "requirements.txt"],
  a: ["deep/", "x.txt"],
  "a/deep": ["f"],
  patches: ["p.patch"],
};

async function list(folder: string): Promise<ContextEntry[]> {
  return (tree[folder] ?? []).map((entry) => {
    const kind = entry.endsWith("/") ? "folder" : entry.endsWith("@") ? "link" : "file";
    return { name: entry.replace(/[/@]$/, ""), kind, bytes: 1 };
  });
}

async function find(ignore: string, source: string, wildcards = true) {
  const { tree } = await readContext({ list, ignore: parseIgnore(ignore) });
  const match = contextFinder(tree)(source, wildcards);
  const line = match.kind === "ignored" ? `, line ${match.line}` : "";
  return `${match.kind}${line}${"goesOn" in match && match.goesOn ? ", goes on" : ""}`;
}

// Each kind of them was tried on a real builder; "missing" and "ignored" stop it there, unless it goes on.
test.each([
  ["", "requirements.txt", "sent"],
  ["", "/requirements.txt", "sent"],
  ["", "../../requirements.txt", "sent"],
  ["", "requirements.txt/", "sent"],
  ["", "empty", "sent"],
  ["", "none.txt", "missing"],
  ["", "none*", "missing, goes on"],
  ["", "nofolder/*", "missing"],
  ["", "require[xy]ents.*", "missing, goes on"],
  ["", "require[xm]ents.*", "sent"],
  ["", "*/x.txt", "sent"],
  ["", "*x.txt", "missing, goes on"],
  ["", "link", "sent"],
  ["", "link/anything", "unknown"],
  ["", "link/*", "unknown"],
  ["", "a\\x", "unknown"],
  ["", "[", "unknown"],
  ["**", ".", "sent"],
  ["**", "", "sent"],
  ["**", "Dockerfile", "ignored, line 1"],
  ["# all\n**\n!patches", "requirements.txt", "ignored, line 2"],
  ["**\n!patches/*.patch", "patches", "sent"],
  ["**\n!patches/*.none", "patches", "ignored, line 1"],
  ["patches/*", "patches", "sent"],
  ["patches", "patches/p.patch", "ignored, line 1"],
  ["patches", "patches/*", "ignored, line 1"],
  ["**\n!a/deep/f", "a", "sent"],
  ["**\n!a/deep/f", "a/x.txt", "ignored, line 1"],
  ["**/*.txt", "*.txt", "ignored, line 1, goes on"],
  ["a\n!a\na/x.txt", "a/x.txt", "ignored, line 3"],
])("under %j, %s is %s", async (ignore, source, expected) => {
  expect(await find(ignore, source)).toBe(expected);
});

test("a bind mount knows no wildcards", async () => {
  expect(await find("", "pat*", false)).toBe("missing");
});

test("nothing is called missing where not everything was remembered", async () => {
  const { size, tree } = await readContext({ list, ignore: parseIgnore(""), maxPaths: 3 });
  expect([size.treeFiles, tree.paths.size, tree.complete]).toEqual([6, 3, false]);
  const find = contextFinder(tree);
  expect(["none", "none*", "Dockerfile"].map((source) => find(source, true).kind)).toEqual([
    "unknown",
    "unknown",
    "sent",
  ]);
});

test("hostile wildcards end soon, without a verdict", async () => {
  const names = Array.from({ length: 5000 }, (_, index) => `${"a".repeat(200)}${index}`);
  const many = async () => names.map((name) => ({ name, kind: "file" as const, bytes: 1 }));
  const { tree } = await readContext({ list: many, ignore: parseIgnore("") });
  const find = contextFinder(tree);
  const started = performance.now();
  for (let index = 0; index < 1000; index++) find(`${"*a".repeat(500)}*${index % 10}`, true);
  expect(find("*b", true)).toEqual({ kind: "unknown" });
  expect(performance.now() - started).toBeLessThan(3000);
});

test.each([
  ["", "a/*.txt", [["a/x.txt", true]]],
  [
    "a",
    "**/*.txt",
    [
      ["requirements.txt", true],
      ["a/x.txt", false],
    ],
  ],
  [
    "**\n!a/deep",
    "a/**",
    [
      ["a/deep", true],
      ["a/x.txt", false],
      ["a/deep/f", true],
    ],
  ],
  ["", "none", []],
  ["", "[", undefined],
])("with %j, the pattern %s by itself matches", async (ignore, pattern, expected) => {
  const { tree } = await readContext({ list, ignore: parseIgnore(ignore) });
  const found = patternFinder(tree)(pattern, 100)?.map(({ path, sent }) => [path, sent]);
  expect(found).toEqual(expected);
});

test("a pattern is answered with no more paths than asked for, and not at all where some were forgotten", async () => {
  const { tree } = await readContext({ list, ignore: parseIgnore("") });
  expect(patternFinder(tree)("**", 2)).toHaveLength(2);
  const cut = await readContext({ list, ignore: parseIgnore(""), maxPaths: 3 });
  expect(patternFinder(cut.tree)("**", 2)).toBeUndefined();
});

test("patterns that match nothing cost a fraction of a second, however many they are", async () => {
  const names = Array.from({ length: 50_000 }, (_, index) => `file-${index}.txt`);
  const many = async () => names.map((name) => ({ name, kind: "file" as const, bytes: 1 }));
  const { tree } = await readContext({ list: many, ignore: parseIgnore("") });
  const matches = patternFinder(tree);
  const started = performance.now();
  for (let index = 0; index < 10_000; index++) matches(`**/x${index}.txt`, 1);
  expect(performance.now() - started).toBeLessThan(2000);
});
