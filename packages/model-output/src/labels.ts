import type { Problems } from "./problems.ts";
import { readTensor, type Tensor } from "./tensor.ts";

/** Class numbers of `rows` predictions: whole, and each names one of `classes`. */
export function readLabels(
  value: unknown,
  path: string,
  rows: number,
  classes: readonly string[],
  problems: Problems,
): Tensor | undefined {
  const labels = readTensor(value, path, [rows], problems);
  for (const [index, label] of labels?.values.entries() ?? []) {
    if (!Number.isInteger(label) || label < 0 || label >= classes.length)
      problems.add(
        `${path}[${index}]`,
        `is ${label}; a class number from 0 to ${classes.length - 1} is expected`,
      );
  }
  return labels;
}

/** How many rows each class has, every class named, none left out for being 0. */
export function countByClass(labels: Tensor | undefined, classes: readonly string[]): Record<string, number> {
  // fromEntries defines own keys, so a class named like a key of Object.prototype stays harmless.
  const counts = classes.map((_, label) => labels?.values.filter((value) => value === label).length ?? 0);
  return Object.fromEntries(classes.map((name, label) => [name, counts[label] ?? 0]));
}
