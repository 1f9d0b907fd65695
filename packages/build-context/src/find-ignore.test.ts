import { expect, test } from "vitest";
import { findIgnore } from "./find-ignore.ts";
import type { PlaceSource } from "./resolve-within.ts";

/** What lies on a disk: a file, `/` for a folder, `|` for a pipe, `!` for a file that may not be read, `-> x` for a link. */
function diskOf(things: Record<string, string>): PlaceSource {
  const kinds = { "/": "folder", "|": "other", "-": "link" } as const;
  return {
    entry: async (path) => {
      const thing = things[path];
      if (thing === undefined) return undefined;
      return { kind: kinds[thing[0] as "/"] ?? "file", ...(thing === "!" && { locked: true }) };
    },
    readLink: async (path) => /^-> (.*)/.exec(things[path] ?? "")?.[1],
  };
}

const rules = { "c/rules": "", "c/sub": "/", "c/sub/rules": "" };

// Each row was tried with a real builder: buildx 0.29, BuildKit 0.25.
test.each<[string, Record<string, string>, string | null, number]>([
  ["none", {}, null, 0],
  ["a file", { "c/.dockerignore": "" }, "c/.dockerignore", 0],
  ["the Dockerfile's own", { "c/.dockerignore": "", "c/D.dockerignore": "" }, "c/D.dockerignore", 0],
  ["a link", { ...rules, "c/.dockerignore": "-> rules" }, "c/rules", 0],
  ["a link into a folder", { ...rules, "c/.dockerignore": "-> ./sub/rules" }, "c/sub/rules", 0],
  ["two links", { ...rules, "c/a": "-> rules", "c/.dockerignore": "-> a" }, "c/rules", 0],
  ["a folder's link", { ...rules, "c/a": "-> sub", "c/.dockerignore": "-> a/rules" }, "c/sub/rules", 0],
  ["a link that leaves", { rules: "", "c/.dockerignore": "-> ../rules" }, null, 1],
  ["one that would, in the folder", { ...rules, "c/.dockerignore": "-> ../../rules" }, "c/rules", 0],
  ["an absolute one", { ...rules, "c/.dockerignore": "-> /rules" }, "c/rules", 0],
  ["one that hangs", { "c/.dockerignore": "-> nowhere" }, null, 1],
  ["a circle", { "c/.dockerignore": "-> .dockerignore" }, null, 1],
  ["a folder", { "c/.dockerignore": "/" }, null, 1],
  ["a link to a folder", { ...rules, "c/.dockerignore": "-> sub" }, null, 1],
  ["one below a file", { ...rules, "c/.dockerignore": "-> rules/x" }, null, 1],
  ["an own one that leaves", { "c/.dockerignore": "", "c/D.dockerignore": "-> ../x" }, "c/.dockerignore", 1],
  ["an own one, a folder", { "c/.dockerignore": "", "c/D.dockerignore": "/" }, "c/.dockerignore", 1],
  ["one that may not be read", { "c/.dockerignore": "!" }, null, 1],
  ["an own one that may not", { "c/.dockerignore": "", "c/D.dockerignore": "!" }, null, 1],
  ["a pipe", { "c/.dockerignore": "|" }, null, 1],
])("%s", async (_, things, reads, passed) => {
  const found = await findIgnore({ folder: "c", dockerfile: "c/D" }, diskOf(things));
  expect({ reads: found.reads, passed: found.passed.length }).toEqual({ reads, passed });
});

test("a Dockerfile from elsewhere has its own folder, and a pipe stops the builder", async () => {
  const links = { "d/x": "", "d/D.dockerignore": "-> ../x", "c/.dockerignore": "|" };
  const own = await findIgnore({ folder: "c", dockerfile: "d/D" }, diskOf(links));
  expect(own).toEqual({ path: "d/D.dockerignore", reads: "d/x", passed: [] });
  const { passed } = await findIgnore({ folder: "c", dockerfile: "e/D" }, diskOf(links));
  expect(passed.map(({ stops }) => stops)).toEqual([true]);
});

test.each([
  [{ folder: ".", dockerfile: "D" }, ".dockerignore"],
  [{ folder: "/", dockerfile: "/D" }, "/.dockerignore"],
])("in %j", async (request, path) => {
  expect(
    (await findIgnore(request, diskOf({ [path]: "-> /r", [path.replace(".dockerignore", "r")]: "" }))).reads,
  ).toBe(path.replace(".dockerignore", "r"));
});
