import * as z from "zod";
import type { Problems } from "./problems.ts";
import type { Tensor } from "./tensor.ts";

/** Both ends of an axis in metres. */
export const Interval = z
  .tuple([z.number(), z.number()])
  .refine(([low, high]) => low < high, { message: "must be [low, high] with low < high" });

/** Metres. Upstream computes sigmoid times range, so only rounding can lead outside. */
export const margin = 1e-3;

/**
 * Coordinates stand in the last dimension: axis 0 is x, and so on. Names every point that lies outside; `axes` gives
 * the bounds of the first of them in metres.
 */
export function checkRange(
  tensor: Tensor,
  axes: readonly { name: string; bounds: readonly [number, number] }[],
  problems: Problems,
): void {
  const width = tensor.shape.at(-1) ?? 1;
  for (const [flat, value] of tensor.values.entries()) {
    const axis = axes[flat % width];
    if (axis === undefined) continue;
    const [low, high] = axis.bounds;
    if (value >= low - margin && value <= high + margin) continue;
    problems.add(
      placeOf(tensor, flat),
      `${axis.name} is ${value} m; the model's range is ${low} to ${high} m`,
    );
  }
}

/** The path of one value of a tensor. */
export function placeOf({ path, shape }: Tensor, flat: number): string {
  const indexes: number[] = [];
  let rest = flat;
  for (const length of shape.toReversed()) {
    indexes.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return `${path}${indexes.map((index) => `[${index}]`).join("")}`;
}

/** A network whose weights are dead or NaN-scrubbed gives every row the same numbers. */
export function checkNotAllAlike(tensor: Tensor, what: string, problems: Problems): void {
  const rows = tensor.shape[0] ?? 0;
  const width = tensor.values.length / Math.max(1, rows);
  if (rows > 1 && tensor.values.every((value, flat) => value === tensor.values[flat % width]))
    problems.add(tensor.path, `all ${rows} ${what} are identical: a network that is alive tells rows apart`);
}
