import * as z from "zod";
import { classes, rows } from "../expectations.ts";
import { defineFamily } from "../family.ts";
import { field, onlySample } from "../fields.ts";
import { countByClass, readLabels } from "../labels.ts";
import type { Problems } from "../problems.ts";
import { checkNotAllAlike, checkRange, Interval, margin } from "../range.ts";
import { readScores, scoreRange } from "../scores.ts";
import { readTensor, type Tensor } from "../tensor.ts";

/** `range` in metres, in the frame of the LiDAR: x right, y forward. `points` is the number of points a polyline. */
const Expect = z.strictObject({
  rows,
  points: z.int().min(2).max(1000),
  classes,
  range: z.strictObject({ x: Interval, y: Interval }),
});

/**
 * Polylines of a map, as MapTR's head gives them (and VAD's, under keys that begin with `map_`): `boxes_3d` is, in spite
 * of its name, the rectangle xmin, ymin, xmax, ymax round `pts_3d`. The same polyline may come twice under two labels,
 * since the best rows are taken over vectors times classes.
 */
export const vectorizedMap = defineFamily<z.output<typeof Expect>>({
  id: "vectorized-map",
  expect: Expect,
  read(result, expect, problems) {
    const path = "result[0].pts_bbox";
    const answer = field(onlySample(result, problems), "result[0]", "pts_bbox", problems);
    const prefix = mapPrefix(answer);
    const named = (name: string): [unknown, string] => {
      const key = `${prefix}${name}`;
      return [field(answer, path, key, problems), `${path}.${key}`];
    };
    const scores = readScores(...named("scores_3d"), expect.rows, problems, { sorted: true });
    const labels = readLabels(...named("labels_3d"), expect.rows, expect.classes, problems);
    const points = readTensor(...named("pts_3d"), [expect.rows, expect.points, 2], problems);
    const boxes = readTensor(...named("boxes_3d"), [expect.rows, 4], problems);
    if (points) checkPoints(points, expect.range, problems);
    if (points && boxes) checkBoxes(points, boxes, problems);
    return {
      family: "vectorized-map",
      count: expect.rows,
      byClass: countByClass(labels, expect.classes),
      ...scoreRange(scores),
    };
  },
});

/** Where an answer holds boxes and a map, upstream keeps them apart by `map_` before the map's keys (VAD). */
function mapPrefix(answer: unknown): string {
  return typeof answer === "object" && answer !== null && Object.hasOwn(answer, "map_pts_3d") ? "map_" : "";
}

function checkPoints(points: Tensor, range: z.output<typeof Expect>["range"], problems: Problems): void {
  const axes = [
    { name: "x", bounds: range.x },
    { name: "y", bounds: range.y },
  ];
  checkRange(points, axes, problems);
  checkNotAllAlike(points, "polylines", problems);
}

const sides = ["xmin", "ymin", "xmax", "ymax"];

/** Upstream derives the rectangle from the points, so the two can differ by rounding only. */
function checkBoxes(points: Tensor, boxes: Tensor, problems: Problems): void {
  const [rowCount = 0, pointCount = 0] = points.shape;
  for (let row = 0; row < rowCount; row++) {
    const line = points.values.subarray(row * pointCount * 2, (row + 1) * pointCount * 2);
    const xs = line.filter((_, index) => index % 2 === 0);
    const ys = line.filter((_, index) => index % 2 === 1);
    const hull = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    for (const [side, wanted] of hull.entries()) {
      const given = boxes.values[row * 4 + side] ?? Number.NaN;
      if (Math.abs(given - wanted) <= margin) continue;
      problems.add(
        `${boxes.path}[${row}][${side}]`,
        `${sides[side]} is ${given}; the polyline's own is ${wanted}`,
      );
    }
  }
}
