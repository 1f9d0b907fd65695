import * as z from "zod";
import { classes, rows } from "../expectations.ts";
import { defineFamily } from "../family.ts";
import { field, onlySample } from "../fields.ts";
import { countByClass, readLabels } from "../labels.ts";
import type { Problems } from "../problems.ts";
import { checkNotAllAlike, checkRange, Interval } from "../range.ts";
import { readScores, scoreRange } from "../scores.ts";
import { kindOf, readTensor, type Tensor } from "../tensor.ts";

/** `range` in metres, in the frame of the vehicle: x forward, y left. `classes` are the attributes of
 * traffic elements. */
const Expect = z.strictObject({
  lanes: rows,
  controlPoints: z.int().min(2).max(100).default(4),
  elements: rows,
  classes,
  range: z.strictObject({ x: Interval, y: Interval, z: Interval }),
});

/**
 * Lane centre lines (Bezier control points), traffic elements and how they connect, as TopoMLP gives them: pairs of
 * (geometry, confidence), not sorted by confidence, and two matrices of probabilities.
 */
export const laneTopology = defineFamily<z.output<typeof Expect>>({
  id: "lane-topology",
  expect: Expect,
  read(result, expect, problems) {
    const sample = onlySample(result, problems);
    const { lanes, elements, controlPoints, range, classes: attributes } = expect;
    const [lanePart, laneScores] = pair(sample, "pred_lc", problems);
    const points = readTensor(lanePart, "result[0].pred_lc[0]", [lanes, controlPoints * 3], problems);
    const scores = readScores(flat(laneScores), "result[0].pred_lc[1]", lanes, problems, { sorted: false });
    const [elementPart, elementScores] = pair(sample, "pred_te", problems);
    const boxes = readTensor(elementPart, "result[0].pred_te[0]", [elements, 5], problems);
    readScores(flat(elementScores), "result[0].pred_te[1]", elements, problems, { sorted: false });
    if (points) {
      const axes = Array.from({ length: controlPoints }, () => [
        { name: "x", bounds: range.x },
        { name: "y", bounds: range.y },
        { name: "z", bounds: range.z },
      ]).flat();
      checkRange(points, axes, problems);
      checkNotAllAlike(points, "lanes", problems);
    }
    const labels = boxes
      ? readLabels(column(boxes, 4), "result[0].pred_te[0][..][4]", elements, attributes, problems)
      : undefined;
    readProbabilities(sample, "pred_topology_lclc", [lanes, lanes], problems);
    readProbabilities(sample, "pred_topology_lcte", [lanes, elements], problems);
    return {
      family: "lane-topology",
      count: lanes + elements,
      byClass: { lane: lanes, ...countByClass(labels, attributes) },
      ...scoreRange(scores),
    };
  },
});

function pair(sample: unknown, key: string, problems: Problems): [unknown, unknown] {
  const value = field(sample, "result[0]", key, problems);
  if (Array.isArray(value) && value.length === 2) return [value[0], value[1]];
  problems.add(`result[0].${key}`, `is ${kindOf(value)}; a list of geometry and confidence is expected`);
  return [undefined, undefined];
}

/** Lanes' confidences come as (n, 1), elements' as (n,). */
function flat(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry) => (Array.isArray(entry) && entry.length === 1 ? entry[0] : entry));
}

function column(tensor: Tensor, index: number): number[] {
  const width = tensor.shape[1] ?? 1;
  return Array.from(tensor.values.filter((_, place) => place % width === index));
}

function readProbabilities(sample: unknown, key: string, shape: [number, number], problems: Problems): void {
  const path = `result[0].${key}`;
  const matrix = readTensor(field(sample, "result[0]", key, problems), path, shape, problems);
  for (const [place, value] of matrix?.values.entries() ?? []) {
    if (value < 0 || value > 1)
      problems.add(
        `${path}[${Math.floor(place / shape[1])}][${place % shape[1]}]`,
        `is ${value}; a probability lies in 0 to 1`,
      );
  }
}
