"""Numbers that look drawn and are the same on every machine."""

import hashlib
import math
import random
from array import array

__stand_in__ = True


def generator(slug, part):
    """Returns a random generator for one part of one model's answer, seeded by their names."""
    digest = hashlib.sha256("{}/{}".format(slug, part).encode("ascii")).digest()
    return random.Random(int.from_bytes(digest[:8], "big"))


def single(number):
    """Rounds to 32 bits, the precision of upstream's tensors, so that minima and maxima agree to the last bit."""
    return array("f", [number])[0]


def sigmoid(logit):
    return 1.0 / (1.0 + math.exp(-logit))


def inside(fraction, low, high):
    """Maps 0..1 to low..high: upstream's `sigmoid x range`, which never leaves the perception range."""
    return single(low + min(max(fraction, 0.0), 1.0) * (high - low))


def top(random_numbers, rows, classes, keep):
    """Scores every (row, class) and returns the best `keep` as (score, row, label), best first.

    Upstream flattens rows x classes before its topk, so one row can come back under two labels. A few rows are sure
    of themselves and most are near the prior of the focal loss, as in a trained network.
    """
    scored = []
    for row in range(rows):
        favourite = random_numbers.randrange(classes)
        confident = random_numbers.random() < 0.2
        for label in range(classes):
            mean = 1.5 if confident and label == favourite else -4.0
            scored.append((single(sigmoid(random_numbers.gauss(mean, 1.0))), row, label))
    scored.sort(key=lambda item: -item[0])
    return scored[:keep]
