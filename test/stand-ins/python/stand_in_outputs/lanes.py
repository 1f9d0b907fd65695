"""TopoMLP's graph: lanes as Bezier curves in the vehicle's frame (x ahead, y left, metres), traffic elements in pixels
of the front image, and who connects to whom."""

import math

from stand_in_outputs import seeded

__stand_in__ = True

#: 300 lanes, 100 elements, 13 attributes; perception range in metres; Argoverse 2's front image in pixels.
LANES, ELEMENTS, ATTRIBUTES = 300, 100, 13
LOW, HIGH = (-51.2, -25.6, -8.0), (51.2, 25.6, 4.0)
WIDTH, HEIGHT = 1550.0, 2048.0


def graph(slug):
    """Returns pred_lc (300x12, 300x1), pred_te (100x5, 100), pred_topology_lclc (300x300) and _lcte (300x100)."""
    numbers = seeded.generator(slug, "lanes")
    lanes = [_lane(numbers) for _ in range(LANES)]
    # In the order of the queries: TopoMLP sorts nothing before its result is formatted.
    confidences = [[_score(numbers)] for _ in range(LANES)]
    elements = [_element(numbers) for _ in range(ELEMENTS)]
    return {
        "pred_lc": (lanes, confidences),
        "pred_te": (elements, [_score(numbers) for _ in range(ELEMENTS)]),
        "pred_topology_lclc": [[_connection(lanes[i], lanes[j]) if i != j else 0.0 for j in range(LANES)] for i in range(LANES)],
        "pred_topology_lcte": [[_score(numbers) for _ in range(ELEMENTS)] for _ in range(LANES)],
    }


def _score(numbers):
    return seeded.single(seeded.sigmoid(numbers.gauss(2.0 if numbers.random() < 0.05 else -7.0, 1.0)))


def _lane(numbers):
    """Four control points of a lane that begins somewhere and bends a little."""
    x, y, z = numbers.uniform(0.0, 1.0), numbers.uniform(0.0, 1.0), numbers.uniform(0.6, 0.7)
    heading, step = numbers.gauss(0.0, 0.5), numbers.uniform(0.02, 0.12)
    points = []
    for _ in range(4):
        points.extend(seeded.inside(value, low, high) for value, low, high in zip((x, y, z), LOW, HIGH))
        x, y = x + step * math.cos(heading), y + 2 * step * math.sin(heading)
        heading += numbers.gauss(0.0, 0.1)
    return points


def _element(numbers):
    """x1, y1, x2, y2 and the attribute, as a float like the rest of its row."""
    x, y = numbers.uniform(0.0, WIDTH - 80), numbers.uniform(0.0, HEIGHT - 160)
    corner = (x + numbers.uniform(10, 80), y + numbers.uniform(20, 160))
    return [seeded.single(value) for value in (x, y) + corner] + [float(numbers.randrange(ATTRIBUTES))]


def _connection(before, after):
    """The closer the end of one lane to the beginning of the other, the surer; 2 m is even odds."""
    return seeded.single(seeded.sigmoid(3.0 * (2.0 - math.hypot(before[9] - after[0], before[10] - after[1]))))
