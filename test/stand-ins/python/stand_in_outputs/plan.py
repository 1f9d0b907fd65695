"""VAD's answer: boxes with six possible futures each, a map, and the ego vehicle's future under three commands."""

import math

from stand_in_outputs import detections, seeded, vectors

__stand_in__ = True

#: 6 modes and 6 steps of 0.5 s; commands are (turn right, turn left, go straight), turns in radians a step.
MODES, STEPS = 6, 6
TURNS = (-0.12, 0.12, 0.0)

#: Metres a step: 5 m/s.
EGO_STEP = 2.5


def vad(slug):
    """Returns one sample's result. All trajectories are offsets from step to step, in metres (x right, y ahead)."""
    bbox = detections.boxes(slug, detections.WIDTH_FIRST, rows=300, keep=100, low=(-15.0, -30.0, -2.0), high=(15.0, 30.0, 2.0))
    numbers = seeded.generator(slug, "futures")
    bbox["trajs_3d"] = [_modes(numbers, box) for box in bbox["boxes_3d"]]
    bbox.update(vectors.vad_map(slug))
    bbox["ego_fut_preds"] = [_ego(turn) for turn in TURNS]
    # The command comes back as it went in: go straight.
    bbox["ego_fut_cmd"] = [[[[0.0, 0.0, 1.0]]]]
    return {"pts_bbox": bbox, "metric_results": _metrics(bbox)}


def _modes(numbers, box):
    """The twelve offsets of each mode: half a second of the box's velocity, and some doubt."""
    vx, vy = box[7], box[8]
    return [
        [seeded.single((vx, vy)[i % 2] * 0.5 + numbers.gauss(0.0, 0.05)) for i in range(2 * STEPS)] for _ in range(MODES)
    ]


def _ego(turn):
    headings = [turn * (step + 1) for step in range(STEPS)]
    return [[seeded.single(-EGO_STEP * math.sin(h)), seeded.single(EGO_STEP * math.cos(h))] for h in headings]


def _metrics(bbox):
    """Upstream's metrics for ground truth without a valid future: only false positives are counted."""
    metrics = {}
    for name in ("gt", "cnt_ade", "cnt_fde", "hit", "fp", "ADE", "FDE", "MR"):
        for kind in ("car", "pedestrian"):
            metrics["{}_{}".format(name, kind)] = 0.0
    # Cars, trucks, buses and trailers all count as cars; only boxes surer than 0.6 count at all.
    for score, label in zip(bbox["scores_3d"], bbox["labels_3d"]):
        if score > 0.6 and label in (0, 1, 3, 4):
            metrics["fp_car"] += 1
        elif score > 0.6 and label == 8:
            metrics["fp_pedestrian"] += 1
    for second in (1, 2, 3):
        for name in ("plan_L2", "plan_obj_col", "plan_obj_box_col"):
            metrics["{}_{}s".format(name, second)] = 0.0
    metrics["fut_valid_flag"] = False
    return metrics
