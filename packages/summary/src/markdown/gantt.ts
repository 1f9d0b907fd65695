import { duration } from "../text/units.ts";
import { mergeStretches } from "../view/stretches.ts";
import type { Lane, Stretch, Timeline } from "../view/view.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** A time of day is how Mermaid is told when a bar begins, and a day has no more of them. */
const longest = 24 * hour;
/** More bars are neither seen nor drawn in time. */
const maxBars = 40;
/** Shorter bars have no room for their time. */
const labelled = 0.08;

/**
 * The lanes as a Mermaid gantt, in the one form that Mermaid 11.3, 11.17 and 12.3 draw alike (each looked at): times of
 * day with milliseconds, since bars told in epoch seconds come out full width; compact, so that a phase keeps to one
 * row; without the line for the present moment, which would stand at the reader's time of day. Nothing in it is text of
 * others. Empty where a diagram would show nothing: under a second, or a day and longer.
 */
export function gantt({ totalMs, lanes }: Timeline): string {
  if (totalMs < second || totalMs >= longest) return "";
  const tick = ticks.find(({ ms }) => ms >= totalMs / 8) ?? { ms: 4 * hour, text: "4hour" };
  const lines = coarse(lanes, totalMs).flatMap(({ name, stretches }) => [
    `    section ${name}`,
    ...stretches.map(({ startMs, durationMs, takenMs }) => {
      const isLabelled = stretches.length === 1 || durationMs >= totalMs * labelled;
      const end = clock(startMs + durationMs);
      return `    ${isLabelled ? duration(takenMs) : "·"} :${clock(startMs)}, ${end}`;
    }),
  ]);
  return [
    "```mermaid",
    "---",
    "displayMode: compact",
    "config:",
    "  gantt:",
    "    displayMode: compact",
    "    leftPadding: 90",
    "---",
    "gantt",
    "    dateFormat HH:mm:ss.SSS",
    `    axisFormat ${tick.ms < second ? "%S.%L" : totalMs < hour ? "%M:%S" : "%H:%M"}`,
    `    tickInterval ${tick.text}`,
    "    todayMarker off",
    ...lines,
    "```",
  ].join("\n");
}

const ticks = [
  ...[200, 500].map((ms) => ({ ms, text: `${ms}millisecond` })),
  ...[1, 2, 5, 10, 15, 30].map((number) => ({ ms: number * second, text: `${number}second` })),
  ...[1, 2, 5, 10, 15, 30].map((number) => ({ ms: number * minute, text: `${number}minute` })),
  ...[1, 2, 3].map((number) => ({ ms: number * hour, text: `${number}hour` })),
];

interface Bars {
  name: string;
  /** `takenMs`: without the gaps that were closed. */
  stretches: (Stretch & { takenMs: number })[];
}

/** Short gaps closed, then longer ones, until there are few enough bars. */
function coarse(lanes: readonly Lane[], totalMs: number): Bars[] {
  for (let gap = totalMs / 400; ; gap *= 2) {
    const merged = lanes.map(({ name, stretches }) => ({ name, stretches: mergeStretches(stretches, gap) }));
    const bars = merged.reduce((sum, { stretches }) => sum + stretches.length, 0);
    if (bars > maxBars && gap <= totalMs) continue;
    return merged.map(({ name, stretches }, at) => ({
      name,
      stretches: stretches.map((bar) => ({ ...bar, takenMs: takenIn(bar, lanes[at]?.stretches ?? []) })),
    }));
  }
}

function takenIn(bar: Stretch, stretches: readonly Stretch[]): number {
  const end = bar.startMs + bar.durationMs;
  const inside = stretches.filter(({ startMs }) => startMs >= bar.startMs && startMs < end);
  return inside.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

/** Milliseconds as 01:02:03.004. */
function clock(ms: number): string {
  const part = (value: number, digits: number): string => String(Math.floor(value)).padStart(digits, "0");
  const time = [ms / hour, (ms % hour) / minute, (ms % minute) / second].map((value) => part(value, 2));
  return `${time.join(":")}.${part(ms % second, 3)}`;
}
