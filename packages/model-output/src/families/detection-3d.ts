import * as z from "zod";
import { classes, rows } from "../expectations.ts";
import { defineFamily } from "../family.ts";
import { field, onlySample } from "../fields.ts";
import { countByClass, readLabels } from "../labels.ts";
import type { Problems } from "../problems.ts";
import { checkNotAllAlike, checkRange, Interval, placeOf } from "../range.ts";
import { readScores, scoreRange } from "../scores.ts";
import { readTensor, type Tensor } from "../tensor.ts";

/**
 * `range` bounds the boxes' centres, in metres. `boxConvention` says what the sizes and the yaw mean: mmdet3d 0.17 has
 * (w, l, h) and yaw 0 along -y, clockwise; 1.0 has (l, w, h) and yaw 0 along +x, counter-clockwise.
 */
const Expect = z.strictObject({
  rows,
  classes,
  range: z.strictObject({ x: Interval, y: Interval, z: Interval }),
  boxConvention: z.enum(["mmdet3d-0.17", "mmdet3d-1.0"]),
});
type Expect = z.output<typeof Expect>;

/** x, y, z of the bottom's centre, three sizes (the last is the height in both conventions), yaw, vx, vy. */
const columns = 9;

/** Metres: the bottom is the centre less half a height, in 32-bit numbers. */
const heightMargin = 1e-2;

/** Boxes as mmdet3d's LiDARInstance3DBoxes holds them, in metres, radians and metres per second. */
export const detection3d = defineFamily<Expect>({
  id: "detection-3d",
  expect: Expect,
  read(result, expect, problems) {
    const path = "result[0].pts_bbox";
    const answer = field(onlySample(result, problems), "result[0]", "pts_bbox", problems);
    const named = (key: string): [unknown, string] => [field(answer, path, key, problems), `${path}.${key}`];
    const scores = readScores(...named("scores_3d"), expect.rows, problems, { sorted: true });
    const labels = readLabels(...named("labels_3d"), expect.rows, expect.classes, problems);
    const boxes = readTensor(...named("boxes_3d"), [expect.rows, columns], problems);
    if (boxes) checkBoxes(boxes, expect.range, problems);
    return {
      family: "detection-3d",
      count: expect.rows,
      byClass: countByClass(labels, expect.classes),
      ...scoreRange(scores),
    };
  },
});

function checkBoxes(boxes: Tensor, range: Expect["range"], problems: Problems): void {
  const axes = [
    { name: "x", bounds: range.x },
    { name: "y", bounds: range.y },
  ];
  checkRange(boxes, axes, problems);
  checkNotAllAlike(boxes, "boxes", problems);
  for (const [flat, value] of boxes.values.entries()) {
    const column = flat % columns;
    if (column >= 3 && column < 6 && value <= 0)
      problems.add(placeOf(boxes, flat), `a side of ${value} m; sizes are greater than 0`);
    if (column === 2) checkHeight(boxes, flat, range.z, problems);
  }
}

/** The model bounds the centre, and then stores the bottom. */
function checkHeight(boxes: Tensor, flat: number, [low, high]: [number, number], problems: Problems): void {
  const centre = (boxes.values[flat] ?? 0) + (boxes.values[flat + 3] ?? 0) / 2;
  if (centre >= low - heightMargin && centre <= high + heightMargin) return;
  const message = `the centre is at z ${centre} m; the model's range is ${low} to ${high} m`;
  problems.add(placeOf(boxes, flat), message);
}
