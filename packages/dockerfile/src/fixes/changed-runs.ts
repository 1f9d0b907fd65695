/** Lines `oldStart` up to `oldEnd` became lines `nowStart` up to `nowEnd`; counted from 0, the ends not included. */
export interface Run {
  oldStart: number;
  oldEnd: number;
  nowStart: number;
  nowEnd: number;
}

/** Beyond so many differing lines, or so many comparisons, the whole stretch is said to have changed. */
const maxDistance = 1000;
const maxSteps = 20_000_000;

/** Where two texts differ, by lines: few runs, in order, that do not touch. */
export function changedRuns(old: readonly string[], now: readonly string[]): Run[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let tail = 0;
  const room = Math.min(old.length, now.length) - start;
  while (tail < room && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const a = old.slice(start, old.length - tail);
  const b = now.slice(start, now.length - tail);
  if (a.length === 0 && b.length === 0) return [];
  const runs = shortestRuns(numbered(a, b)) ?? [
    { oldStart: 0, oldEnd: a.length, nowStart: 0, nowEnd: b.length },
  ];
  return runs.map(({ oldStart, oldEnd, nowStart, nowEnd }) => ({
    oldStart: oldStart + start,
    oldEnd: oldEnd + start,
    nowStart: nowStart + start,
    nowEnd: nowEnd + start,
  }));
}

/** Equal lines get equal numbers: comparing long lines again and again would cost their length each time. */
function numbered(a: readonly string[], b: readonly string[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = (line: string): number => {
    const known = numbers.get(line);
    if (known !== undefined) return known;
    numbers.set(line, numbers.size);
    return numbers.size - 1;
  };
  return [Int32Array.from(a, numberOf), Int32Array.from(b, numberOf)];
}

/**
 * E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): the furthest point on each diagonal with d
 * differences, for growing d, and the way back through what was kept. Undefined where a bound is reached.
 */
function shortestRuns([a, b]: [Int32Array, Int32Array]): Run[] | undefined {
  const bound = Math.min(a.length + b.length, maxDistance);
  const furthest = new Int32Array(2 * bound + 3);
  const middle = bound + 1;
  const kept: Int32Array[] = [];
  let steps = 0;
  for (let d = 0; d <= bound; d++) {
    // What the way back needs of this turn: the diagonals from -d to d as they were before it.
    kept.push(furthest.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(furthest, middle + k - 1) < at(furthest, middle + k + 1));
      let x = down ? at(furthest, middle + k + 1) : at(furthest, middle + k - 1) + 1;
      let y = x - k;
      const from = x;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      steps += x - from + 1;
      furthest[middle + k] = x;
      if (x >= a.length && y >= b.length) return wayBack(kept, a.length, b.length);
    }
    if (steps > maxSteps) return undefined;
  }
  return undefined;
}

function wayBack(kept: readonly Int32Array[], oldLength: number, nowLength: number): Run[] {
  const runs: Run[] = [];
  let [x, y] = [oldLength, nowLength];
  for (let d = kept.length - 1; d > 0; d--) {
    const furthest = kept[d] as Int32Array;
    const middle = d + 1;
    const k = x - y;
    const down = k === -d || (k !== d && at(furthest, middle + k - 1) < at(furthest, middle + k + 1));
    const oldStart = down ? at(furthest, middle + k + 1) : at(furthest, middle + k - 1);
    const nowStart = oldStart - (down ? k + 1 : k - 1);
    const step = { oldStart, oldEnd: oldStart + (down ? 0 : 1), nowStart, nowEnd: nowStart + (down ? 1 : 0) };
    const next = runs.at(-1);
    if (next && next.oldStart === step.oldEnd && next.nowStart === step.nowEnd) {
      next.oldStart = oldStart;
      next.nowStart = nowStart;
    } else runs.push(step);
    [x, y] = [oldStart, nowStart];
  }
  return runs.reverse();
}

const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0;
