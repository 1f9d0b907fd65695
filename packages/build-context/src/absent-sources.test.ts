import { expect, test } from "vitest";
import type { ContextSelection } from "./context-selection.ts";
import { measureContext } from "./measure-context.ts";
import { parseIgnore } from "./parse-ignore.ts";

const entries = {
  "": ["a", "sub", "gone", "out", "way"],
  sub: ["b", "deep"],
  "sub/deep": ["c"],
} as Record<string, string[]>;
const links = { gone: "nowhere", out: "../y", way: "sub" } as Record<string, string>;

async function problems(sources: ContextSelection["sources"], ignore = ""): Promise<string[]> {
  const kindOf = (path: string) => (path in links ? "link" : path in entries ? "folder" : "file");
  const all = new Set(
    Object.entries(entries).flatMap(([folder, names]) =>
      names.map((name) => (folder ? `${folder}/${name}` : name)),
    ),
  );
  const measure = await measureContext({
    list: (folder) =>
      (entries[folder] ?? []).map((name) => ({
        name,
        kind: kindOf(folder ? `${folder}/${name}` : name),
        bytes: 1,
      })),
    entry: async (path) => (all.has(path) ? { kind: kindOf(path) } : undefined),
    readLink: (path) => links[path],
    ignore: parseIgnore(ignore),
    selection: { everything: false, sources },
  });
  expect(measure.problems.every(({ stops }) => stops)).toBe(true);
  return measure.problems.map(({ path, kind }) => `${kind} ${path}`);
}

// Tried with a real builder: buildx 0.29, BuildKit 0.25.
test.each<[string, string, string[]]>([
  ["a", "", []],
  ["x", "", ["missing x"]],
  ["x*", "", []],
  ["x/y*", "", ["missing x/y*"]],
  ["sub/x*", "", []],
  ["a", "a", ["ignored a"]],
  ["sub", "sub", ["ignored sub"]],
  ["sub", "sub\n!sub/deep/c", []],
  ["sub/b", "*\n!sub/deep", ["ignored sub/b"]],
  ["sub/d*", "sub", ["ignored sub/d*"]],
  ["gone", "", ["missing gone"]],
  ["gone/x", "", ["missing gone/x"]],
  ["out", "", ["missing out"]],
  ["way/b", "", []],
  ["a/x", "", ["missing a/x"]],
])("the source %s with .dockerignore %j", async (path, ignore, expected) => {
  expect(await problems([{ path, excludes: [] }], ignore)).toEqual(expected);
});

test("nothing is said of --parents", async () => {
  expect(await problems([{ path: "x", excludes: [], mayBeMissing: true }])).toEqual([]);
});
