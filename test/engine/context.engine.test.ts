import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseIgnore } from "../../packages/build-context/src/index.ts";
import { unsendable } from "../../packages/build-context/src/unsendable.ts";
import { contextSources, parseDockerfile } from "../../packages/dockerfile/src/context-sources.ts";
import { type BakeTarget, bake, received } from "./context/bake.ts";
import { measured } from "./context/measured.ts";
import { Random } from "./context/random.ts";
import { makeIgnore, makeTree, type RandomTree } from "./context/random-tree.ts";
import { tarPaths } from "./context/tar-paths.ts";

/** What we say a builder gets of a context, held against what a real BuildKit got. */

// More of them with MIA_AGREEMENT=all.
const times = process.env.MIA_AGREEMENT === "all" ? 4 : 1;
const wholeTrees = 220 * times;
const selectiveTrees = 40 * times;
const atOnce = 20;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mia-context-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lines that the builder would refuse are left out: it would build nothing. */
function goodIgnore(tree: RandomTree, random: Random): string {
  return makeIgnore(tree, random)
    .filter((line) => parseIgnore(line).problems.length === 0 && unsendable([line]).length === 0)
    .join("\n");
}

describe.skipIf(!process.env.MIA_ENGINE)("BuildKit gets what we say it gets", () => {
  test(`of ${wholeTrees} contexts with COPY .`, async () => {
    const cases = Array.from({ length: wholeTrees }, (_, seed) => wholeCase(seed));
    for (let first = 0; first < cases.length; first += atOnce) {
      const some = cases.slice(first, first + atOnce);
      await bake(folder, Object.fromEntries(some.map(({ name, target }) => [name, target])));
    }
    const answers = await Promise.all(
      cases.map(async ({ target, ignore }) => {
        const { sent } = await measured(target.context, ignore, { everything: true, sources: [] });
        return { ignore, sent, found: tarPaths(readFileSync(target.output)) };
      }),
    );
    expect(answers.filter(({ sent, found }) => JSON.stringify(sent) !== JSON.stringify(found))).toEqual([]);
    // The test would say nothing if all were ignored, or nothing.
    expect(answers.filter(({ sent }) => sent.length > 5).length).toBeGreaterThan(wholeTrees / 3);
  });

  test(`of ${selectiveTrees} contexts of which something is asked for`, async () => {
    const cases = Array.from({ length: selectiveTrees }, (_, seed) => selectiveCase(seed));
    const answers = await inTurns(cases, 4, async ({ context, ignore, dockerfile }) => {
      const { measure, sent } = await measured(context, ignore, contextSources(parseDockerfile(dockerfile)));
      const got = await received(context);
      const { selected, problems } = measure;
      const overhead = (got.bytes ?? 0) - (selected?.bytes ?? 0) - packetBytes(sent);
      const isAsPredicted =
        selected === null || problems.some(({ stops }) => stops)
          ? got.error !== undefined || got.bytes === undefined
          : got.error === undefined && Math.abs(overhead) <= 16 * sent.length + 16;
      return { dockerfile, ignore, bytes: selected?.bytes, problems, got, overhead, sent, isAsPredicted };
    });
    expect(answers.filter(({ isAsPredicted }) => !isAsPredicted)).toEqual([]);
    const asked = answers.filter(({ bytes = 0 }) => bytes > 20_000);
    expect(asked.length).toBeGreaterThan(selectiveTrees / 4);
  });
});

/** A context that is copied in whole; a third of them have an ignore file of the Dockerfile, which wins over the other one. */
function wholeCase(seed: number): { name: string; ignore: string; target: BakeTarget } {
  const random = new Random(seed);
  const name = `t${seed}`;
  const context = `${folder}/whole/${name}`;
  mkdirSync(context, { recursive: true });
  const tree = makeTree(context, random, (count) => count % 7);
  const ignore = goodIgnore(tree, random);
  const dockerfile = random.pick(["Dockerfile", "Dockerfile", "other.Dockerfile"]);
  writeFileSync(`${context}/${dockerfile}`, "FROM scratch\nCOPY . /\n");
  const hasOwn = random.isOneOf(3);
  writeFileSync(`${context}/.dockerignore`, hasOwn ? random.pick(["**", "", "src"]) : ignore);
  if (hasOwn) writeFileSync(`${context}/${dockerfile}.dockerignore`, ignore);
  return { name, ignore, target: { context, dockerfile, output: `${folder}/${name}.tar` } };
}

/** What BuildKit counts besides the contents, roughly: for each path its name and some thirty bytes. */
function packetBytes(paths: readonly string[]): number {
  return paths.reduce((sum, entry) => sum + Buffer.byteLength(entry.slice(entry.indexOf(" ") + 1)) + 32, 0);
}

/** A context whose Dockerfile copies some of it, in some of the ways there are; other stages copy more, and are not built. */
function selectiveCase(seed: number): { context: string; ignore: string; dockerfile: string } {
  const random = new Random(10_000 + seed);
  const context = `${folder}/selective/s${seed}`;
  mkdirSync(context, { recursive: true });
  const tree = makeTree(context, random, (count) => 10_000 + 1000 * count);
  const ignore = random.isOneOf(2) ? "" : goodIgnore(tree, random);
  const lines = ["FROM scratch AS unused", "COPY . /all/", "FROM scratch"];
  for (let left = 2 + random.below(4); left > 0; left--) {
    const source = random.pick(tree.paths);
    const written = random.pick([
      source,
      source,
      `${source}/${random.pick(tree.paths)}`,
      `${source.slice(0, -1)}*`,
      source.replace(/[^/]+$/, "*"),
      source.replace(/^[^/]+/, "*"),
      source.replace(/[^/]$/, "?"),
      `./${source}/../${source}/`,
    ]);
    const flag = random.pick(["", "", "--exclude=**/*.py "]);
    lines.push(
      `${random.pick(["COPY", "ADD"])} ${flag}${JSON.stringify([written.replaceAll("$", "\\$"), "/o/"])}`,
    );
  }
  const dockerfile = `${lines.join("\n")}\n`;
  writeFileSync(`${context}/.dockerignore`, ignore);
  writeFileSync(`${context}/Dockerfile`, dockerfile);
  return { context, ignore, dockerfile };
}

async function inTurns<T, R>(all: readonly T[], atOnce: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < all.length; index = next++) results[index] = await work(all[index] as T);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
