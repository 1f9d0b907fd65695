import { expect, test } from "vitest";
import { measureContext } from "./measure-context.ts";
import { type IgnorePattern, isIgnored, parseIgnore } from "./parse-ignore.ts";
import { decidingPattern, patternRoot, patternsBelow } from "./pattern-folder.ts";

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  let state = seed + 1;
  for (;;) {
    state = (state * 48271) % 2147483647;
    yield state;
  }
}

function pick<T>(from: Generator<number>, some: readonly T[]): T {
  return some[(from.next().value as number) % some.length] as T;
}

const names = ["a", "b", "ab", "x.a", "a.x", "x.ab", ".a", "b\n", "é"];

function lineOf(from: Generator<number>): string {
  const [name, folder] = [pick(from, names).trim(), pick(from, names).trim()];
  const line = pick(from, [
    `**/${name}`,
    `**/${name}`,
    `**/*${name}`,
    `**/*${name}`,
    `**${name}`,
    `**/${folder}/${name}`,
    `${folder}/*`,
    `${folder}/${name}`,
    name,
    "*",
    `**/${name}*`,
  ]);
  return pick(from, ["", "", "!"]) + line;
}

/** What decides, tried in the order of the list: the way of the builder. */
function reference(patterns: readonly IgnorePattern[], path: string): IgnorePattern | undefined {
  const hits = new Set<IgnorePattern>();
  let decidedBy: IgnorePattern | undefined;
  for (let end = 0; end >= 0; ) {
    end = path.indexOf("/", end + 1);
    const at = end < 0 ? path : path.slice(0, end);
    decidedBy = undefined;
    for (const pattern of patterns) {
      if (pattern.readmits !== (decidedBy !== undefined)) continue;
      if (!hits.has(pattern) && !pattern.matches(at)) continue;
      hits.add(pattern);
      decidedBy = pattern.readmits ? undefined : pattern;
    }
  }
  return decidedBy;
}

test("patterns that are found by name decide as if each were tried in turn", () => {
  const wrong: unknown[] = [];
  for (let seed = 0; seed < 300; seed++) {
    const from = numbers(seed);
    const ignore = parseIgnore(Array.from({ length: 40 }, () => lineOf(from)).join("\n"));
    const root = patternRoot(ignore.patterns);
    for (let count = 0; count < 40; count++) {
      const parts = Array.from({ length: 1 + (count % 4) }, () => pick(from, names));
      let folder = root;
      for (let depth = 1; depth < parts.length; depth++)
        folder = patternsBelow(folder, parts.slice(0, depth).join("/"));
      const path = parts.join("/");
      const expected = reference(ignore.patterns, path);
      if ((expected !== undefined) !== isIgnored(ignore, path)) wrong.push(["reference", seed, path]);
      if (decidingPattern(folder, path) !== expected) wrong.push([seed, path, expected?.line]);
    }
  }
  expect(wrong).toEqual([]);
});

test("3000 lines of names cost a large tree about what three do, and those in vain are named", async () => {
  const files = Array.from({ length: 200 }, (_, index) => ({
    name: `f${index}.txt`,
    kind: "file" as const,
    bytes: 1,
  }));
  const folders = Array.from({ length: 200 }, (_, index) => ({
    name: `d${index}`,
    kind: "folder" as const,
    bytes: 0,
  }));
  const lines = Array.from({ length: 3000 }, (_, index) => (index % 2 ? `**/x${index}` : `**/*.e${index}`));
  const started = performance.now();
  const measure = await measureContext({
    list: (folder) => (folder === "" ? folders : files),
    ignore: parseIgnore([...lines, "**/f7.txt"].join("\n")),
  });
  expect(performance.now() - started).toBeLessThan(1000);
  expect(measure.unmatched.length).toBe(3000);
  expect(measure.rules).toEqual([{ line: 3001, text: "**/f7.txt", files: 200, bytes: 200 }]);
});
