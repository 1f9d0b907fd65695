import { stepTimes } from "./build-phases.ts";
import {
  type ProgressEvent,
  type ProgressStatus,
  type ProgressVertex,
  parseProgressLine,
} from "./build-progress-event.ts";
import { type BuildProgress, type ProgressStep, summarizeSteps } from "./build-progress-summary.ts";
import { stepLog } from "./build-step-log.ts";
import { readableBytes, readableSeconds } from "./build-units.ts";

export type { BuildProgress };

export interface RawProgress {
  /** Takes a line of stderr and gives the lines a person wants to see for it. */
  push(line: string): string[];
  /** Lines still waiting for their end. */
  end(): string[];
  result(): BuildProgress;
}

/** A build has hundreds of steps; a stream that tells of more than this is not read further. */
const maxSteps = 20_000;
/** Different statuses of one step: two for each layer of an image, which has at most some hundred. */
const maxStatuses = 2000;
const maxPlainLines = 400;
/** A RUN is named by its whole command, which may be a script. */
const maxName = 20_000;
/** BuildKit repeats the whole command of a RUN in its error; the cause stands at the end. */
const maxError = 20_000;
/** A long pull must not look dead, and a short one needs no lines. */
const shownEvery = 256 * 1024 * 1024;

/** Reduces the stderr of `docker buildx build --progress=rawjson`, line by line. Never throws; keeps bounded memory. */
export function rawProgress(): RawProgress {
  const steps = new Map<string, ProgressStep>();
  const plain: string[] = [];
  const times = stepTimes();
  let labelled = 0;
  const known = (digest: string, name = ""): ProgressStep | undefined => {
    const found = steps.get(digest);
    if (found || digest === "" || steps.size >= maxSteps) return found;
    const step = newStep(name.slice(0, maxName), () => ++labelled);
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
      if (event) {
        for (const vertex of event.vertexes) times.vertex(vertex);
        for (const status of event.statuses) times.status(status);
        return read(event);
      }
      if (line.trim() === "") return [];
      plain.push(line.slice(0, 4096));
      // Cutting only when twice over the limit keeps a flood of lines cheap.
      if (plain.length > 2 * maxPlainLines) plain.splice(0, maxPlainLines);
      return [line];
    },
    end: () => [...steps.values()].flatMap(restOfLog),
    result: () => ({
      ...summarizeSteps([...steps.values()], plain.slice(-maxPlainLines)),
      phases: times.phases(),
    }),
  };
}

function newStep(name: string, nextNumber: () => number): ProgressStep {
  let number = 0;
  const label = (): string => {
    if (number === 0) number = nextNumber();
    return `#${number}`;
  };
  const flags = { started: false, ended: false, closed: false, cached: false };
  return { label, name, ...flags, seconds: 0, error: "", log: stepLog(), moved: new Map() };
}

function begin(step: ProgressStep | undefined, vertex: ProgressVertex): string[] {
  if (!step || !(vertex.started || vertex.cached)) return [];
  // BuildKit ends a step once its cache key is known, and starts it again when it has to run.
  step.ended = false;
  if (step.started) return [];
  step.started = true;
  step.name = vertex.name.slice(0, maxName);
  return [`${step.label()} ${step.name}`];
}

function finish(step: ProgressStep | undefined, vertex: ProgressVertex): string[] {
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

function ending(step: ProgressStep): string {
  return step.cached ? "CACHED" : `DONE ${readableSeconds(step.seconds)}`;
}

function restOfLog(step: ProgressStep): string[] {
  return step.log.end().map((line) => `${step.label()} | ${line}`);
}

function move(step: ProgressStep | undefined, status: ProgressStatus): string[] {
  if (!step) return [];
  const id = status.id.slice(0, 200);
  const moved = step.moved.get(id) ?? { bytes: 0, shown: 0 };
  if (step.moved.size >= maxStatuses && !step.moved.has(id)) return [];
  moved.bytes = Math.max(moved.bytes, status.current);
  step.moved.set(id, moved);
  if (moved.bytes - moved.shown < shownEvery) return [];
  moved.shown = moved.bytes;
  const of = status.total > 0 ? ` of ${readableBytes(status.total)}` : "";
  return [`${step.label()} ${status.id.slice(0, 100)} ${readableBytes(moved.bytes)}${of}`];
}
