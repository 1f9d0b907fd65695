"""3D boxes of PETR, StreamPETR and VAD: x, y, bottom z, three sizes, yaw, vx, vy in the LIDAR_TOP frame, metres, m/s.

mmdet3d 0.17 writes (width, length, height) and measures yaw clockwise from -y; 1.0 writes (length, width, height) and
measures it counter-clockwise from +x. The same key holds both.
"""

import math

from stand_in_outputs import seeded

__stand_in__ = True

WIDTH_FIRST, LENGTH_FIRST = "mmdet3d 0.17", "mmdet3d 1.0"

#: Length, width, height in metres of nuScenes' ten classes, in the order of the model configs.
SIZES = (
    (4.6, 1.95, 1.7),
    (6.9, 2.5, 2.8),
    (6.4, 2.8, 3.2),
    (11.0, 2.95, 3.5),
    (12.3, 2.9, 3.9),
    (0.5, 2.5, 1.0),
    (2.1, 0.8, 1.5),
    (1.7, 0.6, 1.3),
    (0.7, 0.67, 1.8),
    (0.4, 0.4, 1.1),
)


def boxes(slug, convention, rows=900, keep=300, low=(-51.2, -51.2, -5.0), high=(51.2, 51.2, 3.0), classes=10):
    """Returns boxes_3d (keep x 9), scores_3d (best first) and labels_3d, from the best of rows x classes."""
    numbers = seeded.generator(slug, "boxes")
    queries = [_query(numbers, low, high) for _ in range(rows)]
    best = seeded.top(numbers, rows, classes, keep)
    return {
        "boxes_3d": [_box(queries[row], SIZES[label % len(SIZES)], convention) for _, row, label in best],
        "scores_3d": [score for score, _, _ in best],
        "labels_3d": [label for _, _, label in best],
    }


def _query(numbers, low, high):
    return {
        "centre": [seeded.inside(numbers.random(), low[axis], high[axis]) for axis in range(3)],
        "growth": [math.exp(numbers.gauss(0.0, 0.1)) for _ in range(3)],
        "yaw": numbers.uniform(-math.pi, math.pi),
        "speed": max(0.0, numbers.gauss(1.0, 2.0)),
    }


def _box(query, size, convention):
    x, y, z = query["centre"]
    length, width, height = (metres * growth for metres, growth in zip(size, query["growth"]))
    yaw = query["yaw"]
    sizes = (width, length, height)
    if convention == LENGTH_FIRST:
        yaw, sizes = _wrapped(-yaw - math.pi / 2), (length, width, height)
    heading = -query["yaw"] - math.pi / 2
    velocity = (query["speed"] * math.cos(heading), query["speed"] * math.sin(heading))
    # Upstream's heads give the bottom of the box, not its centre.
    return [seeded.single(value) for value in (x, y, z - height / 2) + sizes + (yaw,) + velocity]


def _wrapped(angle):
    return math.atan2(math.sin(angle), math.cos(angle))
