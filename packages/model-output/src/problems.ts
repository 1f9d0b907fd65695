/** One thing wrong with an answer, at its place in the JSON, such as `result[0].pts_bbox.scores_3d[3]`. */
export interface OutputProblem {
  path: string;
  message: string;
}

/** Collects what is wrong. Everything is counted, a bounded number is kept: a dead network breaks every row. */
export interface Problems {
  add(path: string, message: string): void;
  readonly kept: readonly OutputProblem[];
  readonly count: number;
}

const maxKept = 50;

export function collectProblems(): Problems {
  const kept: OutputProblem[] = [];
  let count = 0;
  return {
    add(path, message) {
      count += 1;
      if (kept.length < maxKept) kept.push({ path, message });
    },
    kept,
    get count() {
      return count;
    },
  };
}

/** One line a problem, and how many were left out. */
export function problemText({ kept, count }: Pick<Problems, "kept" | "count">): string {
  const lines = kept.map(({ path, message }) => `${path}: ${message}`);
  if (count > kept.length) lines.push(`... and ${count - kept.length} more`);
  return lines.join("\n");
}
