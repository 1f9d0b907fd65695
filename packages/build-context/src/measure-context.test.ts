import { expect, test } from "vitest";
import type { ContextSelection } from "./context-selection.ts";
import { measureContext } from "./measure-context.ts";
import { overBudget } from "./over-budget.ts";
import { parseIgnore } from "./parse-ignore.ts";
import type { ContextEntry } from "./walk-context.ts";

/** `path: bytes`, or a link's target. */
type Tree = Record<string, number | string>;

const tree: Tree = {
  Dockerfile: 100,
  "src/a.py": 10,
  "src/deep/b.py": 20,
  "data/raw.bin": 900,
  "data/small/s.bin": 60,
  "ckpts/m.pth": 5000,
  link: "src",
};

function sourceOf(files: Tree) {
  const list = (folder: string): ContextEntry[] => {
    const entries = new Map<string, ContextEntry>();
    for (const [path, content] of Object.entries(files)) {
      if (folder !== "" && !path.startsWith(`${folder}/`)) continue;
      const [name = "", ...rest] = path.slice(folder === "" ? 0 : folder.length + 1).split("/");
      const kind = rest.length > 0 ? "folder" : typeof content === "string" ? "link" : "file";
      entries.set(name, { name, kind, bytes: kind === "file" ? Number(content) : 0 });
    }
    return [...entries.values()];
  };
  const readLink = (path: string): string | undefined => {
    const content = files[path];
    return typeof content === "string" ? content : undefined;
  };
  return { list, readLink };
}

function asking(...paths: string[]): ContextSelection {
  return { everything: false, sources: paths.map((path) => ({ path, excludes: [] })) };
}

test("the four kinds of numbers, and who kept back what", async () => {
  const ignore = parseIgnore("data\n!data/small\n**/*.pth\ndata/*.bin\nnone\n!**/never");
  const measure = await measureContext({ ...sourceOf(tree), ignore, selection: asking("src", "data") });
  expect(measure).toEqual({
    tree: { files: 7, bytes: 6090 },
    kept: { files: 5, bytes: 190 },
    selected: { files: 3, bytes: 90 },
    largest: [
      { path: "data/small/s.bin", bytes: 60 },
      { path: "src/deep/b.py", bytes: 20 },
      { path: "src/a.py", bytes: 10 },
    ],
    rules: [
      { line: 3, text: "**/*.pth", files: 1, bytes: 5000 },
      { line: 1, text: "data", files: 1, bytes: 900 },
    ],
    // Line 4 keeps nothing back that line 1 does not, but it does match.
    unmatched: [
      { line: 5, text: "none" },
      { line: 6, text: "!**/never" },
    ],
    problems: [],
  });
});

test.each<[string, ContextSelection | undefined, string[]]>([
  [
    "everything",
    { everything: true, sources: [] },
    ["Dockerfile", "ckpts/m.pth", "data/raw.bin", "link", "src/a.py"],
  ],
  ["nothing", { everything: false, sources: [] }, []],
  ["a file in a folder brings the folder", asking("src/a.py"), ["src/a.py"]],
  ["a wildcard", asking("data/*.bin"), ["data/raw.bin"]],
  ["a link brings what it leads to", asking("link"), ["link", "src/a.py", "src/deep/b.py"]],
  ["a path through a link", asking("link/a.py"), ["link", "src/a.py"]],
  ["a second path through a link is not followed", asking("link/a.py", "link/deep"), ["link", "src/a.py"]],
])("what is selected of %s", async (_, selection, expected) => {
  const sent: string[] = [];
  const onPath = (path: string, kind: string, _bytes: number, state: string): void => {
    if (state === "selected" && kind !== "folder") sent.push(path);
  };
  const files: Tree = selection?.everything ? { ...tree, "src/deep/b.py": 1 } : tree;
  await measureContext({
    ...sourceOf(files),
    ignore: parseIgnore("**/small\nsrc/deep/c"),
    selection,
    onPath,
  });
  expect(sent.filter((path) => expected.includes(path) || !selection?.everything).sort()).toEqual(expected);
});

test("every path is told once, a folder with the best that is in it", async () => {
  const told: string[] = [];
  await measureContext({
    ...sourceOf(tree),
    ignore: parseIgnore("data\n!data/small\nckpts"),
    selection: asking("src/deep"),
    onPath: (path, _kind, _bytes, state) => told.push(`${path} ${state}`),
  });
  expect(told.sort()).toEqual([
    "Dockerfile kept",
    "ckpts ignored",
    "ckpts/m.pth ignored",
    "data kept",
    "data/raw.bin ignored",
    "data/small kept",
    "data/small/s.bin kept",
    "link kept",
    "src selected",
    "src/a.py kept",
    "src/deep selected",
    "src/deep/b.py selected",
  ]);
});

test("a file with several names counts once, as it is sent once", async () => {
  const list = (folder: string): ContextEntry[] =>
    folder === "" ? ["a", "b", "c"].map((name) => ({ name, kind: "file", bytes: 7, inode: 5 })) : [];
  const measure = await measureContext({ list, ignore: parseIgnore("a"), selection: asking("c") });
  expect([measure.tree, measure.kept, measure.selected]).toEqual([
    { files: 3, bytes: 7 },
    { files: 2, bytes: 7 },
    { files: 1, bytes: 7 },
  ]);
});

test.each([
  [
    "a name that is not UTF-8",
    { "\udcff": 1 },
    "",
    undefined,
    [{ path: "\udcff", kind: "not-utf8", stops: true }],
  ],
  [
    "the same, ignored",
    { "\udcff": 1 },
    "*",
    undefined,
    [{ path: "\udcff", kind: "not-utf8", stops: false }],
  ],
  ["a tab in a pattern", {}, "a\t# note", undefined, [{ path: "a\t# note", kind: "pattern", stops: true }]],
  ["a tab in a pattern that is encoded", {}, "a\t\nü", undefined, []],
  ["a tab in a pattern nobody uses", {}, "a\tb", { everything: false, sources: [] }, []],
  ["a line end in a source", {}, "", asking("a\nb"), [{ path: "a\nb", kind: "source", stops: true }]],
])("where the builder would stop: %s", async (_, files, ignore, selection, expected) => {
  const measure = await measureContext({ ...sourceOf(files), ignore: parseIgnore(ignore), selection });
  expect(measure.problems).toEqual(expected);
});

test("a folder that cannot be listed is told of, and stops the build only where it is sent", async () => {
  const list = (folder: string): ContextEntry[] => {
    if (folder !== "") throw new Error("locked");
    return ["kept", "ignored"].map((name) => ({ name, kind: "folder", bytes: 0 }));
  };
  const { problems } = await measureContext({ list, ignore: parseIgnore("ignored") });
  expect(problems).toEqual([
    { path: "kept", kind: "unreadable", stops: true },
    { path: "ignored", kind: "unreadable", stops: false },
  ]);
});

test("below an ignored folder no pattern is asked", async () => {
  const ignore = parseIgnore("data\n**/*.pth");
  let asked = 0;
  for (const pattern of ignore.patterns) {
    const { matches } = pattern;
    pattern.matches = (path) => {
      if (path.startsWith("data/")) asked += 1;
      return matches(path);
    };
  }
  await measureContext({ ...sourceOf({ ...tree, "aa.pth": 1 }), ignore });
  expect(asked).toBe(0);
});

test("a million files are counted without holding them", async () => {
  const names = Array.from({ length: 1000 }, (_, index) => `f${index}`);
  const list = (folder: string): ContextEntry[] =>
    names.map((name) => ({ name, kind: folder === "" ? "folder" : "file", bytes: 2300 }));
  const started = performance.now();
  const { tree } = await measureContext({
    list,
    ignore: parseIgnore("**/*.pth\n**/__pycache__\n**/*.py[cod]"),
  });
  expect(tree).toEqual({ files: 1_000_000, bytes: 2_300_000_000 });
  expect(performance.now() - started).toBeLessThan(10_000);
});

test.each([
  [1, undefined],
  [
    0.005,
    "the build context has 6.0 KiB, more than the budget of 0.005 MiB; its largest files: ckpts/m.pth (4.9 KiB), data/raw.bin (900 B), Dockerfile (100 B)",
  ],
])("a budget of %s MiB", async (budget, message) => {
  const measure = await measureContext({ ...sourceOf(tree), ignore: parseIgnore("") });
  expect(overBudget(measure, budget)?.message).toBe(message);
});
