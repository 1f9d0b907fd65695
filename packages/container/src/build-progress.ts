import {
  type ProgressEvent,
  type ProgressStatus,
  type ProgressVertex,
  parseProgressLine,
} from "./build-progress-event.ts";
import { type StepLog, stepLog } from "./build-step-log.ts";
import { readableBytes, readableSeconds } from "./build-units.ts";

/** What a build came to, as far as its progress tells. */
export interface BuildProgress {
  /** False where docker or buildx gave up before BuildKit told of any step. */
  began: boolean;
  /** Instructions of the Dockerfile that were reached, and how many of them came from the cache. */
  steps: { total: number; cached: number };
  /** Bytes BuildKit received for the main build context, file headers included; null where none was asked for. */
  transferredBytes: number | null;
  failed: { name: string; error: string; lastLines: readonly string[] } | null;
  /** Names of the steps that began and did not end. */
  running: readonly string[];
  /** Lines that are no progress, the last 400 of them: warnings, and buildx's last words. */
  plainLines: readonly string[];
}

export interface RawProgress {
  /** Takes a line of stderr and gives the lines a person wants to see for it. */
  push(line: string): string[];
  /** Lines still waiting for their end. */
  end(): string[];
  result(): BuildProgress;
}

interface Step {
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

/** A build has hundreds of steps; a stream that tells of more than this is not read further. */
const maxSteps = 20_000;
const maxPlainLines = 400;
/** BuildKit repeats the whole command of a RUN in its error; the cause stands at the end. */
const maxError = 20_000;
/** A long pull must not look dead, and a short one needs no lines. */
const shownEvery = 256 * 1024 * 1024;
const mainContext = "[internal] load build context";

/** Reduces the stderr of `docker buildx build --progress=rawjson`, line by line. Never throws; keeps bounded memory. */
export function rawProgress(): RawProgress {
  const steps = new Map<string, Step>();
  const plain: string[] = [];
  let labelled = 0;
  const known = (digest: string, name = ""): Step | undefined => {
    const found = steps.get(digest);
    if (found || digest === "" || steps.size >= maxSteps) return found;
    const step = newStep(name, () => ++labelled);
    steps.set(digest, step);
    return step;
  };
  const read = (event: ProgressEvent): string[] => [
    ...event.vertexes.flatMap((vertex) => {
      const step = known(vertex.digest, vertex.name);
      return [...begin(step, vertex), ...(vertex.cached ? finish(step, vertex) : [])];
    }),
    ...event.statuses.flatMap((status) => move(known(status.vertex), status)),
    ...event.logs.flatMap((log) => {
      const step = known(log.vertex);
      return step ? step.log.push(log.data).map((line) => `${step.label()} | ${line}`) : [];
    }),
    // A step's output is told in the same event as its end, and belongs before it.
    ...event.vertexes.flatMap((vertex) => (vertex.cached ? [] : finish(known(vertex.digest), vertex))),
  ];
  return {
    push(line) {
      const event = parseProgressLine(line);
      if (event) return read(event);
      if (line.trim() === "") return [];
      plain.push(line.slice(0, 4096));
      // Cutting only when twice over the limit keeps a flood of lines cheap.
      if (plain.length > 2 * maxPlainLines) plain.splice(0, maxPlainLines);
      return [line];
    },
    end: () => [...steps.values()].flatMap(restOfLog),
    result: () => summarize([...steps.values()], plain.slice(-maxPlainLines)),
  };
}

function newStep(name: string, nextNumber: () => number): Step {
  let number = 0;
  const label = (): string => {
    if (number === 0) number = nextNumber();
    return `#${number}`;
  };
  const flags = { started: false, ended: false, closed: false, cached: false };
  return { label, name, ...flags, seconds: 0, error: "", log: stepLog(), moved: new Map() };
}

function begin(step: Step | undefined, vertex: ProgressVertex): string[] {
  if (!step || !(vertex.started || vertex.cached)) return [];
  // BuildKit ends a step once its cache key is known, and starts it again when it has to run.
  step.ended = false;
  if (step.started) return [];
  step.started = true;
  step.name = vertex.name;
  return [`${step.label()} ${vertex.name}`];
}

function finish(step: Step | undefined, vertex: ProgressVertex): string[] {
  if (!step) return [];
  step.cached ||= vertex.cached;
  if (vertex.started && vertex.completed) {
    step.seconds += Math.max(0, Date.parse(vertex.completed) - Date.parse(vertex.started)) / 1000 || 0;
  }
  if (vertex.error !== "") step.error = vertex.error.slice(-maxError);
  if (!(vertex.completed || vertex.error)) return [];
  step.ended = true;
  const computedOnly = step.seconds === 0 && !step.cached && step.error === "";
  if (step.closed || computedOnly) return [];
  step.closed = true;
  const end = step.error !== "" ? `ERROR: ${step.error}` : ending(step);
  return [...restOfLog(step), `${step.label()} ${end}`];
}

function ending(step: Step): string {
  return step.cached ? "CACHED" : `DONE ${readableSeconds(step.seconds)}`;
}

function restOfLog(step: Step): string[] {
  return step.log.end().map((line) => `${step.label()} | ${line}`);
}

function move(step: Step | undefined, status: ProgressStatus): string[] {
  if (!step) return [];
  const moved = step.moved.get(status.id) ?? { bytes: 0, shown: 0 };
  moved.bytes = Math.max(moved.bytes, status.current);
  step.moved.set(status.id, moved);
  if (moved.bytes - moved.shown < shownEvery) return [];
  moved.shown = moved.bytes;
  const of = status.total > 0 ? ` of ${readableBytes(status.total)}` : "";
  return [`${step.label()} ${status.id.slice(0, 100)} ${readableBytes(moved.bytes)}${of}`];
}

/** BuildKit numbers the instructions of a stage: `[2/7] RUN`, `[image 2/7] RUN`, `[linux/amd64 image 2/7] RUN`. */
const instruction = /^\[(?:[^\]]* )?\d+\/\d+\] /;

function summarize(steps: Step[], plainLines: readonly string[]): BuildProgress {
  const instructions = steps.filter((step) => instruction.test(step.name));
  const contexts = steps.filter((step) => step.name === mainContext);
  const received = contexts.flatMap((step) => [...step.moved.values()].map(({ bytes }) => bytes));
  // When one step fails BuildKit cancels the others, and those are told as errors too.
  const failed = steps.filter((step) => step.error !== "").sort((a, b) => rank(a) - rank(b))[0];
  return {
    began: steps.length > 0,
    steps: { total: instructions.length, cached: instructions.filter((step) => step.cached).length },
    transferredBytes: contexts.length === 0 ? null : received.reduce((sum, bytes) => sum + bytes, 0),
    failed: failed ? { name: failed.name, error: failed.error, lastLines: failed.log.last() } : null,
    running: steps.filter((step) => step.started && !step.ended).map((step) => step.name),
    plainLines,
  };
}

function rank(step: Step): number {
  return /\bcontext canceled\b|\bcanceled\b/i.test(step.error) ? 1 : 0;
}
