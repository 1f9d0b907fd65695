import { expect, test } from "vitest";
import { patternFinder } from "./context-tree.ts";
import { globMatches, parseGlob } from "./glob.ts";
import { matchesName, namePattern } from "./name-pattern.ts";
import { parseIgnore } from "./parse-ignore.ts";
import { readContext } from "./read-context.ts";
import type { ContextEntry } from "./walk-context.ts";

const patterns = [
  "**/.env",
  "**/.env.*",
  "**/*.env",
  "**/*secret*",
  "**/*",
  "**/a*b*c",
  "**/id_*",
  "**/a*a",
  "**/aa*aa",
];
const names = [
  ".env",
  ".env.local",
  "x.env",
  "secret",
  "my-secrets.txt",
  "abc",
  "aXbXc",
  "acb",
  "line\nfeed.env",
  "id_rsa",
  "a",
  "aa",
  "aaa",
  "aaaa",
  "x",
];

test.each(patterns)("%s matches the names that the whole pattern matches", (pattern) => {
  const texts = namePattern(pattern);
  const glob = parseGlob(pattern);
  if (texts === undefined || typeof glob === "string") throw new Error(pattern);
  for (const name of names) {
    expect([name, matchesName(texts, name)]).toEqual([name, globMatches(glob, name)]);
    expect([name, matchesName(texts, name)]).toEqual([name, globMatches(glob, `deep/er/${name}`)]);
  }
});

test("a tree is looked through by name, as it would be path by path", async () => {
  const entries = names.map((name) => ({ name, kind: "file" as const, bytes: 1 }));
  const top: ContextEntry[] = [{ name: "deep", kind: "folder", bytes: 0 }, ...entries];
  const list = async (folder: string): Promise<ContextEntry[]> => (folder === "" ? top : entries);
  const { tree } = await readContext({ list, ignore: parseIgnore("") });
  const find = patternFinder(tree);
  for (const pattern of patterns) {
    const glob = parseGlob(pattern);
    if (typeof glob === "string") throw new Error(glob);
    const expected = [...tree.paths.keys()].filter((path) => globMatches(glob, path)).sort();
    const found = find(pattern, 1000) ?? [];
    expect([pattern, found.map(({ path }) => path).sort()]).toEqual([pattern, expected]);
    expect(find(pattern, 1)).toHaveLength(Math.min(1, expected.length));
  }
});

test.each([
  "*.env",
  "**/a/b",
  "**/a?",
  "**/[ab]",
  "**/a\\*",
  "**",
  "**/",
  "a/**/b",
  "**/**/a",
  "**/a{b}",
  "**/a|b",
])("%s says more than a name, or less", (pattern) => expect(namePattern(pattern)).toBeUndefined());
