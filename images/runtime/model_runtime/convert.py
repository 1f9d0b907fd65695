"""Turns what a detector returns into plain JSON values, without importing torch or numpy to do so.

Everything is recognised by what it can do: a tensor has `detach` and `cpu`, an array has `tolist`, one of
mmdet3d's box objects has its rows in `tensor`. No dtype is cast: half precision becomes the same number as a
Python float, an integer stays an integer, and what is neither (a complex number, an object) is refused.
"""

import math

from model_runtime.failure import RuntimeFailure

#: Upstream's deepest result is 5 levels. More is a structure that refers to itself.
DEPTH_LIMIT = 16


class Conversion:
    """Converts values and counts, in `non_finite`, each NaN or infinity that it replaced by None."""

    def __init__(self):
        self.non_finite = 0

    def plain(self, value, path="result", depth=0):
        """Returns `value` as dicts, lists, numbers, booleans, text or None. Raises result-unsupported."""
        if depth > DEPTH_LIMIT:
            raise _unsupported(path, "is nested deeper than {} levels".format(DEPTH_LIMIT))
        if value is None or isinstance(value, (bool, int, str)):
            return value
        if isinstance(value, float):
            return self._finite(value)
        if isinstance(value, dict):
            return self._mapping(value, path, depth)
        if isinstance(value, (list, tuple)):
            return [self.plain(item, "{}[{}]".format(path, i), depth + 1) for i, item in enumerate(value)]
        if callable(getattr(value, "tolist", None)):
            return self.plain(_listed(value, path), path, depth + 1)
        if hasattr(value, "tensor"):
            return self.plain(value.tensor, path, depth + 1)
        raise _unsupported(path, "is a {}".format(type(value).__name__))

    def _finite(self, number):
        if math.isfinite(number):
            return float(number)
        self.non_finite += 1
        return None

    def _mapping(self, mapping, path, depth):
        converted = {}
        for key, value in mapping.items():
            if not isinstance(key, str):
                raise _unsupported(path, "has the key {!r}, which is not text".format(key))
            converted[key] = self.plain(value, "{}.{}".format(path, key), depth + 1)
        return converted


def _listed(value, path):
    try:
        if callable(getattr(value, "detach", None)):
            value = value.detach().cpu()
        return value.tolist()
    except Exception as error:
        raise _unsupported(path, "could not be read as a list ({})".format(error)) from error


def _unsupported(path, what):
    return RuntimeFailure("result-unsupported", "{} {}; only tensors, arrays, boxes, numbers and text are written".format(path, what))
