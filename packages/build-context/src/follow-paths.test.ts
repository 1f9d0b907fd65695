import { expect, test } from "vitest";
import { followPaths } from "./follow-paths.ts";
import type { ContextEntry } from "./walk-context.ts";

const links: Record<string, string> = {
  here: "dir/file",
  absolute: "/dir",
  up: "../../dir",
  top: ".",
  one: "two",
  two: "one",
  void: "nowhere",
  "dir/inner": "../other/x",
  "dir/l1": "/a",
  "dir/l2": "/b",
};

function list(folder: string): ContextEntry[] {
  return Object.keys(links)
    .filter((path) => path.slice(0, Math.max(0, path.lastIndexOf("/"))) === folder)
    .map((path) => ({ name: path.slice(path.lastIndexOf("/") + 1), kind: "link", bytes: 0 }));
}

// What the real builder makes of these is tried by test/engine/context.engine.test.ts.
test.each([
  [["a/b"], ["a/b"]],
  [["a", "a/b"], ["a"]],
  [["here"], ["dir/file", "here"]],
  [["here/more"], ["dir/file/more", "here"]],
  [["absolute/x"], ["absolute", "dir/x"]],
  [["up"], ["dir", "up"]],
  [["top"], "everything"],
  [["top/x"], ["top", "x"]],
  [["one"], ["one", "two"]],
  [["void/x"], ["nowhere/x", "void"]],
  [["dir/inner"], ["dir/inner", "other/x"]],
  [["absolute/inner"], ["absolute", "dir/inner", "other/x"]],
  [["dir/l*"], ["a", "b", "dir/l*"]],
  [["dir/l?/x"], ["a/x", "b/x", "dir/l?"]],
  [["dir/z*/x"], ["dir/z*/x"]],
  [
    ["here/1", "here/2"],
    ["dir/file/1", "here"],
  ],
])("%j becomes %j", async (paths, expected) => {
  expect(await followPaths(paths, { list, readLink: (path) => links[path] })).toEqual(expected);
});

test("links without end come to one", async () => {
  const readLink = (path: string): string => `${path.slice(path.lastIndexOf("/") + 1)}x/y`;
  expect(await followPaths(["a"], { list: () => [], readLink })).toBeUndefined();
}, 10_000);
