"""Map vectors of MapTR and VAD: 20 points each, in the LIDAR_TOP frame (x right, y ahead), metres."""

import math

from stand_in_outputs import seeded

__stand_in__ = True

#: |x| <= 15 m, |y| <= 30 m; rows, points and classes of `maptr_tiny_r50_24e` and `VAD_base_stage_2`.
X, Y = 15.0, 30.0
ROWS, POINTS, CLASSES = 50, 20, 3


def maptr(slug):
    """Returns MapTR's pts_bbox; its 50 rows come from 50 vectors x 3 classes."""
    boxes, scores, labels, points = _rows(slug, vectors=50)
    return {"boxes_3d": boxes, "scores_3d": scores, "labels_3d": labels, "pts_3d": points}


def vad_map(slug):
    """Returns the map part of VAD's pts_bbox; its 50 rows come from 100 vectors x 3 classes."""
    boxes, scores, labels, points = _rows(slug, vectors=100)
    return {"map_boxes_3d": boxes, "map_scores_3d": scores, "map_labels_3d": labels, "map_pts_3d": points}


def expected(slug, rows, points, classes, x, y):
    """Returns the pts_bbox of another model of MapTR's kind; `x` and `y` are (low, high) in metres."""
    boxes, scores, labels, lines = _rows(slug, rows, rows, points, classes, x, y)
    return {"boxes_3d": boxes, "scores_3d": scores, "labels_3d": labels, "pts_3d": lines}


def _rows(slug, vectors, rows=ROWS, count=POINTS, classes=CLASSES, x=(-X, X), y=(-Y, Y)):
    numbers = seeded.generator(slug, "vectors")
    polylines = [_polyline(numbers, count, x, y) for _ in range(vectors)]
    best = seeded.top(numbers, vectors, classes, rows)
    points = [polylines[row] for _, row, _ in best]
    return [_extent(line) for line in points], [score for score, _, _ in best], [label for _, _, label in best], points


def _polyline(numbers, count, x_range, y_range):
    """A gently curved line somewhere on the map, ahead or across."""
    x, y = numbers.uniform(0.1, 0.9), numbers.uniform(0.1, 0.9)
    heading = numbers.choice((0.0, math.pi / 2)) + numbers.gauss(0.0, 0.1)
    bend, step = numbers.gauss(0.0, 0.02), numbers.uniform(0.005, 0.03)
    line = []
    for _ in range(count):
        line.append([seeded.inside(x, *x_range), seeded.inside(y, *y_range)])
        # Twice as long as wide: a fraction of the range is twice as many metres along y.
        x, y = x + step * math.sin(heading), y + step * math.cos(heading) / 2
        heading += bend
    return line


def _extent(line):
    """xmin, ymin, xmax, ymax of the polyline: upstream's transform_method "minmax"."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return [min(xs), min(ys), max(xs), max(ys)]
