/**
 * What a start costs: `node_modules/.bin/node bench/start.ts`. Wall time of whole processes (median of 10 after a warm-up),
 * CPU time of loading a bundle beside an empty script, and the size of each bundle if it were minified.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { minifySync } from "rolldown/experimental";

const root = path.resolve(import.meta.dirname, "..");
const runs = 10;
const systemNode = spawnSync("bash", ["-lc", "command -v node"], { encoding: "utf8" }).stdout.trim();
const nodes = [...new Set([process.execPath, systemNode].filter((node) => node !== ""))];
const scratch = mkdtempSync(path.join(tmpdir(), "mia-bench-"));
const empty = path.join(scratch, "empty.mjs");
writeFileSync(empty, "");

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Cost {
  wallMs: number;
  cpuMs: number;
}

/** Median cost of a whole process; the CPU time is its own user and system time, read from the kernel on exit. */
function cost(node: string, args: string[]): Cost {
  const report = path.join(scratch, "usage.json");
  const probe = path.join(scratch, "probe.cjs");
  const usage = "const {userCPUTime, systemCPUTime} = process.resourceUsage()";
  writeFileSync(
    probe,
    `process.on("exit", () => { ${usage}; require("fs").writeFileSync(${JSON.stringify(report)}, String((userCPUTime + systemCPUTime) / 1000)); });`,
  );
  const samples = Array.from({ length: runs + 1 }, () => {
    const started = performance.now();
    spawnSync(node, ["--require", probe, ...args], {
      cwd: root,
      stdio: "ignore",
      env: { ...process.env, INPUT_MODELS: "x y" },
    });
    return { wallMs: performance.now() - started, cpuMs: Number(readFileSync(report, "utf8")) };
  }).slice(1);
  return { wallMs: median(samples.map((s) => s.wallMs)), cpuMs: median(samples.map((s) => s.cpuMs)) };
}

/** A bundle and every chunk it imports when it loads; chunks imported later do not count. */
function loadedFiles(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, relative = ""] of readFileSync(file, "utf8").matchAll(
    /^(?:import|export)[^"']*?["'](\.[^"']+)["']/gm,
  )) {
    loadedFiles(path.resolve(path.dirname(file), relative), seen);
  }
  return seen;
}

function minifiedBytes(file: string): number {
  return [...loadedFiles(file)]
    .map((name) => minifySync(name, readFileSync(name, "utf8"), { module: true }).code.length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

for (const node of nodes) {
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  const nothing = cost(node, [empty]);
  const commands: [string, string[]][] = [
    ["mia verify-dockerfile --help", ["dist/cli.cjs", "verify-dockerfile", "--help"]],
    [
      "mia verify-dockerfile (five images)",
      ["dist/cli.cjs", "verify-dockerfile", "--results-dir", path.join(scratch, "results")],
    ],
    ["load dist/verify-dockerfile.cjs", ["dist/verify-dockerfile.cjs"]],
  ];
  console.log(
    `${version}: an empty script takes ${nothing.wallMs.toFixed(0)} ms wall, ${nothing.cpuMs.toFixed(0)} ms CPU`,
  );
  for (const [name, args] of commands) {
    const { wallMs, cpuMs } = cost(node, args);
    const ratio = (wallMs / nothing.wallMs).toFixed(1);
    console.log(
      `  ${name.padEnd(38)} ${wallMs.toFixed(0).padStart(4)} ms wall (${ratio} x empty), CPU ${(cpuMs - nothing.cpuMs).toFixed(0)} ms more`,
    );
  }
}
for (const name of ["plan-matrix", "verify-dockerfile", "build-image", "smoke-inference", "report", "cli"]) {
  const kilobytes = minifiedBytes(path.join(root, "dist", `${name}.cjs`)) / 1000;
  console.log(`${name.padEnd(18)} ${kilobytes.toFixed(0).padStart(4)} kB minified, all that loads at start`);
}
