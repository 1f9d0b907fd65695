/** A stretch of time, in milliseconds since 1970; `end` is behind its last moment. */
export interface Interval {
  start: number;
  end: number;
}

/** The same time as few stretches as there are: sorted, and joined where the gap between two is no longer than `gap`. */
export function mergedIntervals(intervals: readonly Interval[], gap = 0): Interval[] {
  const sorted = intervals.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const merged: Interval[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last && start <= last.end + gap) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** What of `intervals` lies in none of `cuts`; both as `mergedIntervals` gives them. */
export function withoutIntervals(intervals: readonly Interval[], cuts: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let next = 0;
  for (const { start, end } of intervals) {
    let from = start;
    while (next < cuts.length && (cuts[next] as Interval).end <= start) next++;
    for (let index = next; index < cuts.length; index++) {
      const cut = cuts[index] as Interval;
      if (cut.start >= end) break;
      if (cut.start > from) left.push({ start: from, end: cut.start });
      from = Math.max(from, cut.end);
    }
    if (from < end) left.push({ start: from, end });
  }
  return left;
}
