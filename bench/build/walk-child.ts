/**
 * Measures one walk over a context in a process of its own, so that its memory can be told:
 * `node walk-child.ts ours|naive FOLDER RUNS [MODULES]`. Prints one line of JSON; the first run is a warm-up unless it is
 * the only one.
 */
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { diskFiles } from "../../packages/action-kit/src/disk-files.ts";
import { measureContext, parseIgnore } from "../../packages/build-context/src/index.ts";

export interface WalkReport {
  ms: number[];
  peakMiB: number;
  counts: Counts;
}

export interface Counts {
  treeFiles: number;
  treeBytes: number;
  keptFiles: number;
  keptBytes: number;
}

const [who = "", folder = "", runs = "1", modules = ""] = process.argv.slice(2);
const ignoreText = readFileSync(path.join(folder, ".dockerignore"), "utf8");

const alwaysSent = ["Dockerfile", ".dockerignore"];

async function ours(): Promise<Counts> {
  const files = diskFiles(folder, folder);
  const { tree, kept } = await measureContext({
    list: (name, options) => files.list(name === "" ? "." : name, options),
    ignore: parseIgnore(ignoreText),
    alwaysSent,
  });
  return { treeFiles: tree.files, treeBytes: tree.bytes, keptFiles: kept.files, keptBytes: kept.bytes };
}

interface Ignore {
  add(text: string): Ignore;
  ignores(file: string): boolean;
}

/** What most tools do: list, ask for the size, match each path. */
async function naive(): Promise<Counts> {
  const load = createRequire(path.join(modules, "index.js"));
  const ignore = (load("@balena/dockerignore") as () => Ignore)().add(ignoreText);
  const counts: Counts = { treeFiles: 0, treeBytes: 0, keptFiles: 0, keptBytes: 0 };
  const walk = (inside: string): void => {
    for (const entry of readdirSync(path.join(folder, inside), { withFileTypes: true })) {
      const name = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) {
        walk(name);
        continue;
      }
      const { size } = lstatSync(path.join(folder, name));
      counts.treeFiles += 1;
      counts.treeBytes += size;
      if (!alwaysSent.includes(name) && ignore.ignores(name)) continue;
      counts.keptFiles += 1;
      counts.keptBytes += size;
    }
  };
  walk("");
  return counts;
}

const measure = who === "ours" ? ours : naive;
const ms: number[] = [];
let counts: Counts | undefined;
for (let run = 0; run < Number(runs); run++) {
  const started = performance.now();
  counts = await measure();
  ms.push(performance.now() - started);
}
const peakMiB = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ms: ms.length > 1 ? ms.slice(1) : ms, peakMiB, counts }));
