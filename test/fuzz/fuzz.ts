// Feeds the readers of Dockerfiles, requirements and ignore files with broken and with huge texts. Finds crashes, whatever takes
// longer than a second, and times that grow faster than the text.
//   npm run fuzz -- --minutes 10 [--seed 1] [--only growth|mutation]
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { WorkerMessage, WorkerTask } from "./worker.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    only: { type: "string" },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isInteger(seed)) throw new Error("--minutes is above 0, --seed a whole number");

/** A case that runs longer than this is given up: the worker is ended and a new one goes on behind it. */
const patience = 20_000;

let faults = 0;

function report({ name, text, what }: { name: string; text?: string; what: string }): void {
  faults += 1;
  console.log(`FAULT ${name.slice(0, 300)}\n  ${what.split("\n").slice(0, 4).join("\n  ")}`);
  if (text === undefined) return;
  const file = path.join(tmpdir(), `mia-fuzz-${seed}-${faults}.txt`);
  writeFileSync(file, text);
  console.log(`  the text is in ${file}`);
}

/** Runs one phase to its end and gives the number of cases. */
async function run(phase: WorkerTask["phase"], until: number): Promise<number> {
  const shared = new SharedArrayBuffer(16);
  const state = new Float64Array(shared);
  for (let from = 0; Date.now() < until; ) {
    state[1] = Date.now();
    const workerData: WorkerTask = { seed, phase, from, until, shared };
    const worker = new Worker(new URL("worker.ts", import.meta.url), { workerData });
    const cases = await new Promise<number | undefined>((resolve) => {
      const watch = setInterval(() => {
        if (Date.now() - (state[1] ?? 0) < patience) return;
        report({ name: `${phase}, case ${state[0]}`, what: `did not end within ${patience / 1000} s` });
        finish(undefined);
      }, 500);
      const finish = (count: number | undefined): void => {
        clearInterval(watch);
        resolve(count);
      };
      worker.on("message", (message: WorkerMessage) => {
        if (message.kind === "fault") report(message);
        else finish(message.cases);
      });
      worker.on("error", (error) => {
        report({ name: `${phase}, case ${state[0]}`, what: String(error) });
        finish(undefined);
      });
    });
    await worker.terminate();
    if (cases !== undefined) return cases;
    from = state[0] ?? 0;
  }
  return state[0] ?? 0;
}

console.log(`fuzz: seed ${seed}, ${minutes} minutes`);
const end = Date.now() + minutes * 60_000;
if (values.only !== "mutation") {
  const started = Date.now();
  // Half of the time at most; a machine without other work needs a few minutes for all shapes.
  const cases = await run("growth", values.only === "growth" ? end : started + (minutes * 60_000) / 2);
  console.log(`fuzz: ${cases} shapes of 1 MiB in ${Math.round((Date.now() - started) / 1000)} s`);
}
if (values.only !== "growth") {
  const started = Date.now();
  const cases = await run("mutation", end);
  console.log(`fuzz: ${cases} mutations in ${Math.round((Date.now() - started) / 1000)} s`);
}
console.log(`fuzz: ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;
