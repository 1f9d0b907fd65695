import { parentPort, workerData } from "node:worker_threads";
import { type Corpus, readCorpus } from "./corpus.ts";
import { generateDockerfile } from "./generate-dockerfile.ts";
import { isTooSlow, measure, shapes } from "./growth.ts";
import { mutate } from "./mutate.ts";
import { Random } from "./random.ts";
import { targets } from "./targets.ts";

/** What a worker is told: where to begin, and when to stop (milliseconds since the epoch). */
export interface WorkerTask {
  seed: number;
  phase: "growth" | "mutation";
  from: number;
  until: number;
  /** Number of the case being run, and when it began, in milliseconds since the epoch. */
  shared: SharedArrayBuffer;
}

export type WorkerMessage =
  | { kind: "fault"; name: string; text?: string; what: string }
  | { kind: "done"; cases: number };

const { seed, phase, from, until, shared } = workerData as WorkerTask;
const state = new Float64Array(shared);
const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

function begin(number: number): void {
  state[0] = number;
  state[1] = Date.now();
}

function grow(): number {
  // In another order for every seed: a short run does not come to all of them.
  const random = new Random(seed);
  const all = [...shapes()].map((shape) => ({ shape, key: random.below(1_000_000) }));
  all.sort((a, b) => a.key - b.key);
  let number = 0;
  for (const { shape } of all) {
    number += 1;
    if (number <= from) continue;
    if (Date.now() > until) break;
    begin(number);
    try {
      const times = measure(shape);
      // Once more: the machine may have been busy with something else.
      const again = isTooSlow(times) ? measure(shape) : undefined;
      if (again && isTooSlow(again))
        say({
          kind: "fault",
          name: shape.name,
          what: `${Math.round(again.whole)} ms for 1 MiB, ${Math.round(again.half ?? 0)} ms for half`,
        });
    } catch (error) {
      say({ kind: "fault", name: shape.name, what: (error as Error).stack ?? String(error) });
    }
  }
  return number;
}

function mutateOn(): number {
  const corpus: Corpus = readCorpus();
  let number = from;
  while (Date.now() < until) {
    number += 1;
    // Every case has a generator of its own, so that one can be had again without those before it.
    const random = new Random(seed * 1_000_003 + number);
    const target = random.pick(targets);
    const texts = corpus[target.reads];
    const isGenerated = target.reads === "dockerfile" && random.below(3) === 0;
    const start = isGenerated ? generateDockerfile(random) : random.pick(texts);
    const text = mutate(random, start, texts);
    begin(number);
    const started = performance.now();
    try {
      target.run(text);
    } catch (error) {
      say({
        kind: "fault",
        name: `${target.name}, case ${number}`,
        text,
        what: (error as Error).stack ?? String(error),
      });
    }
    const took = performance.now() - started;
    if (took > 1000)
      say({
        kind: "fault",
        name: `${target.name}, case ${number}`,
        text,
        what: `took ${Math.round(took)} ms`,
      });
  }
  return number;
}

say({ kind: "done", cases: phase === "growth" ? grow() : mutateOn() });
