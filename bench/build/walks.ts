import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cachePruner, engineBuild } from "./engine-build.ts";
import { gigabytes, requireSpace, type Share, writeShare } from "./file-tree.ts";
import { column, median } from "./median.ts";
import type { WalkReport } from "./walk-child.ts";
import { withEngine } from "./with-engine.ts";

const runs = 10;
const balena = "@balena/dockerignore@1.0.2";
const dockerignore = `.git
**/__pycache__
**/*.pyc
**/*.pth
logs
data/*
!data/samples
work_dirs
`;

/** The folders of a model repository, by their share of the files. */
function shares(files: number, bytes: number): Share[] {
  const part = (at: string, ofFiles: number, ofBytes: number, ending: string): Share => ({
    ...{ at, ending },
    files: Math.round(files * ofFiles),
    bytes: Math.round(bytes * ofBytes),
  });
  return [
    part("src", 0.2, 0.01, ".py"),
    part("src/__pycache__", 0.1, 0.02, ".pyc"),
    part(".git/objects", 0.2, 0.05, ""),
    part("data/train", 0.4, 0.35, ".jpg"),
    part("data/samples", 0.02, 0.01, ".jpg"),
    part("checkpoints", 0.0001, 0.53, ".pth"),
    part("logs", 0.0799, 0.03, ".log"),
  ];
}

/** What it takes to know what a build would send: ours, a naive walk, and docker itself. */
export async function walks(scratch: string, large: boolean): Promise<void> {
  mkdirSync(scratch, { recursive: true });
  const modules = installBalena(path.join(scratch, "modules"));
  if (modules === undefined) console.log(`\n${balena} cannot be installed here: no naive walk`);
  await hundredThousand(path.join(scratch, "tree"), modules);
  if (large) million(path.join(scratch, "million"), modules);
  else console.log("  1,000,000 files: only with --large");
}

async function hundredThousand(tree: string, modules: string | undefined): Promise<void> {
  requireSpace(path.dirname(tree), 1e9, 110_000);
  makeTree(tree, shares(100_000, 60e6), "random");
  console.log(`\nA context of 100,000 files, median of ${runs} after a warm-up, in milliseconds`);
  compare(tree, runs + 1, modules, 1000);
  const marker = `mia-bench-${randomBytes(4).toString("hex")}`;
  writeFileSync(path.join(tree, "Dockerfile"), `FROM scratch\nCOPY . /${marker}/\n`);
  const told = await withEngine(async () => {
    const pruneCache = cachePruner(marker);
    const build = () => engineBuild(["--output", "type=cacheonly", tree]);
    try {
      const [cold, again] = [await build(), await build()];
      const line = (name: string, { contextMs, transferredBytes }: typeof cold): void =>
        console.log(`  ${name.padEnd(44)}${column(contextMs, 7)}   ${transferredBytes} bytes sent`);
      line("docker buildx build, all of it is new", cold);
      line("docker buildx build again, nothing changed", again);
      console.log("  docker does not enter ignored folders, and counts nothing in them");
    } finally {
      pruneCache();
    }
  });
  if (told) console.log(`  ${told}`);
  rmSync(tree, { recursive: true });
}

function million(tree: string, modules: string | undefined): void {
  requireSpace(path.dirname(tree), 2e9, 1_050_000);
  // Holes: to know a size nobody reads the content, and a million files of real content would take the disk minutes.
  makeTree(tree, shares(1_000_000, 2.3e9), "hole");
  console.log(`\nA context of 1,000,000 files, ${gigabytes(2.3e9)}, once, in a process of its own`);
  compare(tree, 1, modules, 12_000, 300);
  rmSync(tree, { recursive: true });
}

function makeTree(tree: string, parts: readonly Share[], content: "random" | "hole"): void {
  for (const share of parts) writeShare(tree, share, content);
  writeFileSync(path.join(tree, ".dockerignore"), dockerignore);
  writeFileSync(path.join(tree, "Dockerfile"), "FROM scratch\nCOPY . /app/\n");
}

function compare(tree: string, times: number, modules: string | undefined, ms: number, mebibytes = 0): void {
  const own = walk("ours", tree, times);
  const aim = `target ${ms} ms${mebibytes ? `, ${mebibytes} MiB` : ""}`;
  console.log(`  ${"measured by build-context".padEnd(44)}${figures(own)} (${aim})`);
  if (modules === undefined) return;
  const other = walk("naive", tree, times, modules);
  const ratio = (median(own.ms) / median(other.ms)).toFixed(2);
  console.log(`  ${`a naive walk with ${balena}`.padEnd(44)}${figures(other)}; ratio ${ratio}`);
  if (JSON.stringify(own.counts) !== JSON.stringify(other.counts))
    console.log(`  They disagree: ${JSON.stringify(own.counts)} and ${JSON.stringify(other.counts)}`);
}

const figures = ({ ms, peakMiB, counts }: WalkReport): string =>
  `${column(median(ms), 7)}   ${ms.length === 1 ? `${column(peakMiB, 4)} MiB at most, ` : ""}keeps ${counts.keptFiles} of ${counts.treeFiles} files`;

function walk(who: "ours" | "naive", tree: string, times: number, modules = ""): WalkReport {
  const script = path.join(import.meta.dirname, "walk-child.ts");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, who, tree, String(times), modules],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the walk (${who}) ended with ${status}: ${stderr.slice(-1000)}`);
  return JSON.parse(stdout) as WalkReport;
}

function installBalena(folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), "{}\n");
  const options = ["--silent", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
  const { status } = spawnSync("npm", ["install", ...options, balena], {
    cwd: folder,
    stdio: "ignore",
    timeout: 120_000,
  });
  return status === 0 ? folder : undefined;
}
