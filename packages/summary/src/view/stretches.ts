import type { Span, Stretch } from "./view.ts";

/** Stretches in order, those that overlap or lie at most `gapMs` apart made one. */
export function mergeStretches(stretches: readonly Stretch[], gapMs = 0): Stretch[] {
  const merged: Stretch[] = [];
  for (const { startMs, durationMs } of [...stretches].sort((a, b) => a.startMs - b.startMs)) {
    const last = merged.at(-1);
    if (last && startMs <= last.startMs + last.durationMs + gapMs)
      last.durationMs = Math.max(last.durationMs, startMs + durationMs - last.startMs);
    else merged.push({ startMs, durationMs });
  }
  return merged;
}

/** Finer than anybody sees in a bar, and a bound on how many spans it has. */
const steps = 200;

/** The stretches as parts of a bar that stands for `totalMs`. */
export function spansOf(stretches: readonly Stretch[], totalMs: number): Span[] {
  if (!(totalMs > 0)) return [];
  return mergeStretches(stretches, totalMs / steps).map(({ startMs, durationMs }) => ({
    from: Math.min(startMs / totalMs, 1),
    to: Math.min((startMs + durationMs) / totalMs, 1),
  }));
}

/** A part of a whole as a bar; undefined where there is no whole. */
export function partBar(part: number, whole: number): Span[] | undefined {
  if (!(whole > 0)) return undefined;
  return part > 0 ? [{ from: 0, to: Math.min(part / whole, 1) }] : [];
}
