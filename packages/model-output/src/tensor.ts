import type { Problems } from "./problems.ts";

/** A tensor that arrived as nested lists of numbers: every value finite, rows of equal length. */
export interface Tensor {
  shape: readonly number[];
  /** Row by row. */
  values: Float64Array;
  /** Where it stands in the answer. */
  path: string;
}

/**
 * Reads nested lists of exactly `shape` (such as [50, 20, 2]), or says what is wrong and gives undefined. A length is
 * compared before anything below it is looked at, so hostile lists cost nothing. null is what the runtime writes for
 * NaN and infinity.
 */
export function readTensor(
  value: unknown,
  path: string,
  shape: readonly number[],
  problems: Problems,
): Tensor | undefined {
  const before = problems.count;
  const values = new Float64Array(shape.reduce((product, length) => product * length, 1));
  fill(value, path, 0, 0);
  return problems.count === before ? { shape, values, path } : undefined;

  function fill(part: unknown, place: string, depth: number, row: number): void {
    const length = shape[depth];
    if (length === undefined) {
      const problem = numberProblem(part);
      if (problem === undefined) values[row] = part as number;
      else problems.add(place, problem);
      return;
    }
    if (!Array.isArray(part)) {
      problems.add(place, `is ${kindOf(part)}; a list of ${length} is expected (shape ${shape.join(" x ")})`);
      return;
    }
    if (part.length !== length) {
      problems.add(
        place,
        `has ${part.length} ${depth === 0 ? "rows" : "entries"}; exactly ${length} are expected`,
      );
      return;
    }
    for (let index = 0; index < length; index++)
      fill(part[index], `${place}[${index}]`, depth + 1, row * length + index);
  }
}

function numberProblem(value: unknown): string | undefined {
  if (value === null) return "is null: the model gave NaN or infinity";
  if (typeof value !== "number") return `is ${kindOf(value)}; a number is expected`;
  // JSON.parse reads 1e999 as Infinity.
  return Number.isFinite(value) ? undefined : "is infinite";
}

export function kindOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  return Array.isArray(value) ? `a list of ${value.length}` : `a ${typeof value}`;
}
