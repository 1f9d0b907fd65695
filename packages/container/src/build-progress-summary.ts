import type { BuildPhase } from "@mia/step-result";
import { phaseOfStep } from "./build-phase-name.ts";
import type { StepLog } from "./build-step-log.ts";

/** What a build came to, as far as its progress tells. */
export interface BuildProgress {
  /** False where docker or buildx gave up before BuildKit told of any step. */
  began: boolean;
  /** Instructions of the Dockerfile that were reached, and how many of them came from the cache. */
  steps: { total: number; cached: number };
  /** Bytes BuildKit received for the main build context, file headers included; null where none was asked for. */
  transferredBytes: number | null;
  /** The same for each named context that was sent from here. */
  contexts: readonly { name: string; bytes: number }[];
  /** Compressed bytes of layers of base images that were fetched; each layer counts once. */
  pulledBytes: number;
  /** Compressed bytes of layers that were fetched from a cache. */
  importedBytes: number;
  /** Whether caches were written: null where none was asked for, false where one of them was not. */
  cacheWritten: boolean | null;
  /** What kept a cache from being read or written. A cache that does not exist yet is told here too. */
  cacheProblems: readonly string[];
  /** As `stepTimes` defines them. */
  phases: readonly BuildPhase[];
  failed: { name: string; error: string; lastLines: readonly string[] } | null;
  /** Names of the steps that began and did not end. */
  running: readonly string[];
  /** Lines that are no progress, the last 400 of them: warnings, and buildx's last words. */
  plainLines: readonly string[];
}

/** What is known of one step while a build goes on. */
export interface ProgressStep {
  /** `#7`: numbered in the order in which steps are first shown. */
  label(): string;
  name: string;
  started: boolean;
  ended: boolean;
  /** Its end was shown. */
  closed: boolean;
  seconds: number;
  cached: boolean;
  error: string;
  log: StepLog;
  /** Highest count of bytes by status, and how much of it was shown. */
  moved: Map<string, { bytes: number; shown: number }>;
}

const mainContext = "[internal] load build context";
/** BuildKit numbers the instructions of a stage: `[2/7] RUN`, `[image 2/7] RUN`, `[linux/amd64 image 2/7] RUN`. */
const instruction = /^\[(?:[^\]]* )?\d+\/\d+\] /;

const namedContext = /^\[context ([^\]]{1,300})\] load from client$/;

/** Everything but the times, out of the steps of a build. */
export function summarizeSteps(
  steps: readonly ProgressStep[],
  plainLines: readonly string[],
): Omit<BuildProgress, "phases"> {
  const instructions = steps.filter((step) => instruction.test(step.name));
  const contexts = steps.filter((step) => step.name === mainContext);
  const layers = fetchedLayers(steps);
  const imports = steps.filter((step) => phaseOfStep(step.name) === "cache-import");
  const exports = steps.filter((step) => phaseOfStep(step.name) === "cache-export");
  // When one step fails BuildKit cancels the others, and those are told as errors too. A cache that cannot be read
  // never fails a build.
  const failed = steps
    .filter((step) => step.error !== "" && !imports.includes(step))
    .sort((a, b) => rank(a) - rank(b))[0];
  return {
    began: steps.length > 0,
    steps: { total: instructions.length, cached: instructions.filter((step) => step.cached).length },
    transferredBytes: contexts.length === 0 ? null : received(contexts),
    contexts: namedContexts(steps),
    pulledBytes: layers.pulled,
    importedBytes: layers.imported,
    cacheWritten: exports.length === 0 ? null : exports.every((step) => step.ended && step.error === ""),
    cacheProblems: [...imports, ...exports]
      .filter((step) => step.error !== "")
      .map((step) => `${step.name}: ${step.error}`.slice(0, 1000))
      .slice(0, 20),
    failed: failed ? { name: failed.name, error: failed.error, lastLines: failed.log.last() } : null,
    running: steps.filter((step) => step.started && !step.ended).map((step) => step.name),
    plainLines,
  };
}

function received(steps: readonly ProgressStep[]): number {
  return steps.flatMap((step) => [...step.moved.values()]).reduce((sum, { bytes }) => sum + bytes, 0);
}

function namedContexts(steps: readonly ProgressStep[]): { name: string; bytes: number }[] {
  const byName = new Map<string, number>();
  for (const step of steps) {
    const name = namedContext.exec(step.name)?.[1];
    if (name !== undefined) byName.set(name, (byName.get(name) ?? 0) + received([step]));
  }
  return [...byName].map(([name, bytes]) => ({ name, bytes })).slice(0, 200);
}

/** A layer's status is its digest. Two stages of one base tell of the same layers. */
function fetchedLayers(steps: readonly ProgressStep[]): { pulled: number; imported: number } {
  const pulled = new Map<string, number>();
  const imported = new Map<string, number>();
  for (const step of steps) {
    const phase = phaseOfStep(step.name);
    if (phase === "context" || phase === "export" || phase === "cache-export") continue;
    const layers = phase === "pull" ? pulled : imported;
    for (const [id, { bytes }] of step.moved) {
      if (/^sha256:[0-9a-f]{64}$/.test(id)) layers.set(id, Math.max(layers.get(id) ?? 0, bytes));
    }
  }
  const sum = (layers: Map<string, number>): number => [...layers.values()].reduce((a, b) => a + b, 0);
  return { pulled: sum(pulled), imported: sum(imported) };
}

function rank(step: ProgressStep): number {
  if (/\bcontext canceled\b|\bcanceled\b/i.test(step.error)) return 2;
  // With ignore-error it fails nothing, and another step is to blame.
  return phaseOfStep(step.name) === "cache-export" ? 1 : 0;
}
