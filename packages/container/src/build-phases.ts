import type { BuildPhase, PhaseName } from "@mia/step-result";
import { type Interval, mergedIntervals, withoutIntervals } from "./build-interval.ts";
import { phaseOfStatus, phaseOfStep } from "./build-phase-name.ts";
import type { ProgressStatus, ProgressVertex } from "./build-progress-event.ts";

/** When the steps of a build ran, as far as it was told. */
export interface StepTimes {
  vertex(vertex: ProgressVertex): void;
  status(status: ProgressStatus): void;
  phases(): BuildPhase[];
}

interface Times {
  name: string;
  cached: boolean;
  open: number | undefined;
  ran: Interval[];
  /** Of statuses that belong to another phase than their step. */
  parts: Map<PhaseName, Interval[]>;
  openParts: Map<string, { phase: PhaseName; start: number }>;
}

/** No build is that long; what is told to lie beyond was timed by a clock that jumped. */
const longestBuildMs = 7 * 24 * 3_600_000;
const maxSteps = 20_000;
/** Intervals of one step. A step runs once or twice; a layer takes three. */
const maxIntervals = 512;
const maxOpenParts = 512;
/** BuildKit needs a moment between two steps; joined, a row of steps is one stretch. */
const joinedGapMs = 10;
const maxStretches = 200;

/**
 * Gathers the times of steps and turns them into phases.
 *
 * A phase's stretches are the wall-clock times at which at least one of its steps ran: steps that run side by side
 * count once, gaps of up to 10 ms are closed, and stretches shorter than a millisecond are dropped. Phases may overlap one
 * another, since BuildKit pulls, sends and runs at the same time; so the sum over all phases can be more than the build
 * took, and a phase's own sum never is. Pushing is taken out of the export it happens in, and the fetching of layers from
 * a cache out of the step that needed them. A cached instruction counts only for what it fetched.
 *
 * Time 0 is the first start that was told. Times are BuildKit's clock. A step that is started again without an end is taken
 * to have run until then; one without an end at all until the latest time told of anything. An end before its start counts
 * nothing, and what is told to lie before time 0 or a week behind it is cut off. Memory is bounded: beyond 20,000 steps
 * nothing new is taken in, and beyond 512 stretches of one step the nearest are joined.
 */
export function stepTimes(): StepTimes {
  const steps = new Map<string, Times>();
  let origin: number | undefined;
  let latest = 0;
  const see = (text: string | undefined): number | undefined => {
    const time = text === undefined ? Number.NaN : Date.parse(text);
    if (!Number.isFinite(time)) return undefined;
    origin ??= time;
    if (time > latest && time <= origin + longestBuildMs) latest = time;
    return time;
  };
  return {
    vertex(vertex) {
      const step = steps.get(vertex.digest) ?? newTimes(steps, vertex);
      if (!step) return;
      step.cached ||= vertex.cached;
      const start = see(vertex.started);
      const end = see(vertex.completed);
      if (start === undefined) return;
      if (step.open !== undefined && step.open !== start) add(step.ran, { start: step.open, end: start });
      step.open = end === undefined ? start : undefined;
      if (end !== undefined) add(step.ran, { start, end });
    },
    status(status) {
      const step = steps.get(status.vertex);
      const start = see(status.started);
      const end = see(status.completedAt);
      if (!step || start === undefined) return;
      const phase = phaseOfStatus(status.id, phaseOfStep(step.name));
      if (phase === undefined) return;
      const id = status.id.slice(0, 200);
      if (end === undefined) {
        if (step.openParts.size < maxOpenParts) step.openParts.set(id, { phase, start });
        return;
      }
      step.openParts.delete(id);
      addPart(step, phase, { start, end });
    },
    phases: () => (origin === undefined ? [] : phasesOf([...steps.values()], { start: origin, end: latest })),
  };
}

function newTimes(steps: Map<string, Times>, { digest, name }: ProgressVertex): Times | undefined {
  if (digest === "" || steps.size >= maxSteps) return undefined;
  const times: Times = {
    name: name.slice(0, 500),
    cached: false,
    open: undefined,
    ran: [],
    parts: new Map(),
    openParts: new Map(),
  };
  steps.set(digest, times);
  return times;
}

function add(intervals: Interval[], interval: Interval): void {
  intervals.push(interval);
  if (intervals.length <= maxIntervals) return;
  const fewer = atMost(intervals, maxIntervals / 2);
  intervals.splice(0, intervals.length, ...fewer);
}

function addPart(step: Times, phase: PhaseName, interval: Interval): void {
  const parts = step.parts.get(phase) ?? [];
  step.parts.set(phase, parts);
  add(parts, interval);
}

/** Joins the nearest until there are few enough. */
function atMost(intervals: readonly Interval[], most: number, gap = 0): Interval[] {
  let merged = mergedIntervals(intervals, gap);
  for (let wider = Math.max(gap, 1); merged.length > most; wider *= 2)
    merged = mergedIntervals(merged, wider);
  return merged;
}

function phasesOf(steps: readonly Times[], window: Interval): BuildPhase[] {
  const byPhase = new Map<PhaseName, Interval[]>();
  const put = (phase: PhaseName, intervals: readonly Interval[]): void => {
    const all = byPhase.get(phase) ?? [];
    byPhase.set(phase, all);
    for (const { start, end } of intervals) {
      all.push({ start: Math.max(start, window.start), end: Math.min(end, window.end) });
    }
  };
  for (const step of steps) {
    if (step.open !== undefined) add(step.ran, { start: step.open, end: window.end });
    for (const { phase, start } of step.openParts.values()) addPart(step, phase, { start, end: window.end });
    const parts = mergedIntervals([...step.parts.values()].flat());
    const own = withoutIntervals(mergedIntervals(step.ran), parts);
    const phase = phaseOfStep(step.name);
    const nothingRan = step.cached && (phase === "run" || phase === "copy");
    if (!nothingRan) put(phase, own);
    for (const [part, intervals] of step.parts) put(part, intervals);
  }
  return [...byPhase].flatMap(([name, intervals]) => stretches(name, intervals, window.start)).sort(byStart);
}

function stretches(name: PhaseName, intervals: readonly Interval[], origin: number): BuildPhase[] {
  return atMost(intervals, maxStretches / 2, joinedGapMs)
    .map(({ start, end }) => ({ name, startMs: start - origin, durationMs: end - start }))
    .filter(({ durationMs }) => durationMs >= 1);
}

function byStart(a: BuildPhase, b: BuildPhase): number {
  return a.startMs - b.startMs || (a.name < b.name ? -1 : 1);
}

/** Milliseconds of each phase, for those that took any. Sums of different phases may overlap. */
export function phaseTotals(phases: readonly BuildPhase[]): Partial<Record<PhaseName, number>> {
  const totals: Partial<Record<PhaseName, number>> = {};
  for (const { name, durationMs } of phases) totals[name] = (totals[name] ?? 0) + durationMs;
  return totals;
}
