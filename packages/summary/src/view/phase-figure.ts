import { type BuildPhase, PhaseName } from "@mia/step-result";
import { shareOf } from "../text/change.ts";
import { duration } from "../text/units.ts";
import { mergeStretches, spansOf } from "./stretches.ts";
import type { Figure, Lane } from "./view.ts";

const words: Record<PhaseName, string> = {
  context: "context",
  pull: "base pull",
  run: "RUN",
  copy: "COPY",
  export: "export",
  push: "push",
  "cache-import": "cache in",
  "cache-export": "cache out",
  other: "other",
};

/** Where the time went, each phase over one clock, in the order they began. Undefined where nothing took any. */
export function phaseFigure(phases: readonly BuildPhase[]): Figure | undefined {
  const totalMs = phases.reduce((end, { startMs, durationMs }) => Math.max(end, startMs + durationMs), 0);
  const lanes = lanesOf(phases);
  if (totalMs === 0 || lanes.length === 0) return undefined;
  return {
    title: `Where ${duration(totalMs)} of build went`,
    columns: [
      { label: "Phase", kind: "text" },
      { label: "Begins at", kind: "number" },
      { label: "Takes", kind: "number" },
      { label: "Share", kind: "number" },
    ],
    barLabel: "When",
    rows: lanes.map(({ name, stretches }) => {
      const taken = stretches.reduce((sum, { durationMs }) => sum + durationMs, 0);
      const begin = duration(stretches[0]?.startMs);
      return {
        cells: [name, begin, duration(taken), shareOf(taken, totalMs)],
        bar: spansOf(stretches, totalMs),
      };
    }),
    ...(overlap(lanes, totalMs) && {
      note: "Phases run at the same time where they can: shares add up to more than 100%.",
    }),
    timeline: { totalMs, lanes },
  };
}

function lanesOf(phases: readonly BuildPhase[]): Lane[] {
  const byName = PhaseName.options.map((name) => ({
    name: words[name],
    stretches: mergeStretches(phases.filter((phase) => phase.name === name && phase.durationMs > 0)),
  }));
  return byName
    .filter(({ stretches }) => stretches.length > 0)
    .sort((a, b) => (a.stretches[0]?.startMs ?? 0) - (b.stretches[0]?.startMs ?? 0));
}

function overlap(lanes: readonly Lane[], totalMs: number): boolean {
  const taken = lanes.flatMap(({ stretches }) => stretches).reduce((sum, one) => sum + one.durationMs, 0);
  return taken > totalMs;
}
