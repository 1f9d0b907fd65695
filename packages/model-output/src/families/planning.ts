import * as z from "zod";
import { defineFamily } from "../family.ts";
import { field, onlySample } from "../fields.ts";
import type { Problems } from "../problems.ts";
import { checkNotAllAlike } from "../range.ts";
import { readTensor, type Tensor } from "../tensor.ts";

/** `commands` in upstream's order. */
const Expect = z.strictObject({
  commands: z.array(z.string().min(1).max(100)).min(1).max(20),
  steps: z.int().positive().max(1000),
  stepSeconds: z.number().positive().max(60),
});

/** Metres per second: faster than any car on a road. */
const fastest = 50;

/**
 * The ego vehicle's future as VAD gives it: for each command, steps of (dx, dy) in metres. These are offsets from step
 * to step: the path is their running sum.
 */
export const planning = defineFamily<z.output<typeof Expect>>({
  id: "planning",
  expect: Expect,
  read(result, expect, problems) {
    const path = "result[0].pts_bbox";
    const answer = field(onlySample(result, problems), "result[0]", "pts_bbox", problems);
    const commands = expect.commands.length;
    const offsets = readTensor(
      field(answer, path, "ego_fut_preds", problems),
      `${path}.ego_fut_preds`,
      [commands, expect.steps, 2],
      problems,
    );
    const chosen = readTensor(
      field(answer, path, "ego_fut_cmd", problems),
      `${path}.ego_fut_cmd`,
      [1, 1, 1, commands],
      problems,
    );
    if (offsets) checkSteps(offsets, expect.stepSeconds * fastest, problems);
    if (chosen) checkOneHot(chosen, problems);
    const byClass = Object.fromEntries(
      expect.commands.map((name, index) => [name, chosen?.values[index] === 1 ? 1 : 0]),
    );
    return { family: "planning", count: commands * expect.steps, byClass, scoreMin: null, scoreMax: null };
  },
});

function checkSteps(offsets: Tensor, most: number, problems: Problems): void {
  const [, steps = 1] = offsets.shape;
  for (let step = 0; step < offsets.values.length / 2; step++) {
    const way = Math.hypot(offsets.values[step * 2] ?? 0, offsets.values[step * 2 + 1] ?? 0);
    if (way > most)
      problems.add(
        `${offsets.path}[${Math.floor(step / steps)}][${step % steps}]`,
        `a way of ${way.toFixed(2)} m in one step; at most ${most} m is possible`,
      );
  }
  checkNotAllAlike(offsets, "commands' paths", problems);
}

function checkOneHot(chosen: Tensor, problems: Problems): void {
  const ones = chosen.values.filter((value) => value === 1).length;
  const zeros = chosen.values.filter((value) => value === 0).length;
  if (ones !== 1 || ones + zeros !== chosen.values.length)
    problems.add(chosen.path, "must be 1 for one command and 0 for the others");
}
