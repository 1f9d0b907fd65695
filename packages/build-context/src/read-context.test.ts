import { expect, test } from "vitest";
import { isIgnored, parseIgnore } from "./parse-ignore.ts";
import { readContext } from "./read-context.ts";
import type { ContextEntry } from "./walk-context.ts";

/** A folder listing made of `path: bytes`. */
function listing(files: Record<string, number>): (folder: string) => Promise<ContextEntry[]> {
  return async (folder) => {
    const entries = new Map<string, ContextEntry>();
    for (const [path, bytes] of Object.entries(files)) {
      if (folder !== "" && !path.startsWith(`${folder}/`)) continue;
      const [name = "", ...rest] = path.slice(folder === "" ? 0 : folder.length + 1).split("/");
      entries.set(name, {
        name,
        kind: rest.length > 0 ? "folder" : "file",
        bytes: rest.length > 0 ? 0 : bytes,
      });
    }
    return [...entries.values()];
  };
}

const files = {
  Dockerfile: 100,
  ".dockerignore": 20,
  "inference.py": 300,
  "ckpts/m.pth": 5000,
  "ckpts/readme.txt": 7,
  "data/raw/a.bin": 900,
  "data/small/b.bin": 60,
};

test.each([
  ["nothing is ignored", "", 7, 6387],
  ["weights anywhere", "**/*.pth", 6, 1387],
  ["a root-only pattern ignores nothing deeper", "*.pth", 7, 6387],
  ["a folder, with one part sent again", "data\n!data/small", 6, 5487],
  ["everything; the builder's own files are sent all the same", "*", 2, 120],
  ["everything but one file in a folder", "*\n!ckpts/readme.txt", 3, 127],
  ["everything but a name anywhere", "*\n!**/b.bin", 3, 180],
])("%s", async (_, ignore, keptFiles, keptBytes) => {
  const { size } = await readContext({ list: listing(files), ignore: parseIgnore(ignore) });
  expect(size).toMatchObject({ treeFiles: 7, treeBytes: 6387, keptFiles, keptBytes });
});

test("the largest files come first", async () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}`, index]));
  const { size } = await readContext({ list: listing(many), ignore: parseIgnore("f29") });
  expect(size.largest.map(({ bytes }) => bytes)).toEqual([28, 27, 26, 25, 24, 23, 22, 21, 20, 19]);
});

test("the walk agrees with the matcher, file by file", async () => {
  const paths = ["a", "a/b", "b/a", "a/b/c", "c/b/a", "c/a/b/c", "b/b/b"].map((path) => `${path}/f`);
  const tree = Object.fromEntries(paths.map((path) => [path, 1]));
  for (const text of ["a\n!a/b", "**/b\n!**/c", "*\n!c/a\n**/b/c", "c/*/b\n!c", "!a\n**\n!b/**/b"]) {
    const ignore = parseIgnore(text);
    const kept = paths.filter((path) => !isIgnored(ignore, path)).length;
    const read = await readContext({ list: listing(tree), ignore });
    expect(read.size.keptFiles, text).toBe(kept);
    const sent = paths.filter((path) => read.tree.paths.get(path)?.ignoredBy === undefined);
    expect(sent, text).toEqual(paths.filter((path) => !isIgnored(ignore, path)));
  }
});
