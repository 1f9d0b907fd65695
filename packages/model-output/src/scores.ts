import type { Problems } from "./problems.ts";
import { readTensor, type Tensor } from "./tensor.ts";

/** Scores of `rows` predictions: each in [0, 1], and not all the same. */
export function readScores(
  value: unknown,
  path: string,
  rows: number,
  problems: Problems,
  options: { sorted: boolean },
): Tensor | undefined {
  const scores = readTensor(value, path, [rows], problems);
  if (scores === undefined) return undefined;
  const { values } = scores;
  for (const [index, score] of values.entries()) {
    if (score < 0 || score > 1) problems.add(`${path}[${index}]`, `is ${score}; a score lies in 0 to 1`);
    const previous = values[index - 1];
    if (options.sorted && previous !== undefined && score > previous)
      problems.add(
        `${path}[${index}]`,
        `is ${score}, greater than the one before (${previous}); upstream sorts them`,
      );
  }
  if (rows > 1 && values.every((score) => score === values[0]))
    problems.add(path, `all ${rows} scores are ${values[0]}: a network that is alive tells rows apart`);
  return scores;
}

/** Smallest and greatest score; null where there is none. */
export function scoreRange(scores: Tensor | undefined): { scoreMin: number | null; scoreMax: number | null } {
  if (scores === undefined || scores.values.length === 0) return { scoreMin: null, scoreMax: null };
  let [scoreMin, scoreMax] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const score of scores.values) {
    scoreMin = Math.min(scoreMin, score);
    scoreMax = Math.max(scoreMax, score);
  }
  return { scoreMin, scoreMax };
}
