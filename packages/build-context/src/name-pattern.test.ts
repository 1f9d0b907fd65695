import { expect, test } from "vitest";
import { globMatches, parseGlob } from "./glob.ts";
import { matchesName, namePattern } from "./name-pattern.ts";

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
