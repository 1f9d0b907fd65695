"""Stand-in for torch: just enough for `model_runtime` and the five `inference.py` to run their plumbing.

A tensor made from numbers keeps them; a tensor made from a shape (an image) keeps only the shape. Nothing is computed.
"""

import copy
from array import array

from torch import cuda  # noqa: F401  (torch.cuda is an attribute of the real package too)

__stand_in__ = True
__version__ = "0+stand.in"

float32, float64, int64 = "float32", "float64", "int64"


class device:
    def __init__(self, name):
        self.type = str(name).partition(":")[0]
        self.name = str(name)

    def __str__(self):
        return self.name


class Tensor:
    """Nested lists of numbers, or only a shape. Floats are rounded to 32 bits, as the real results are."""

    def __init__(self, values=None, shape=None, dtype=float32):
        self._values = _rounded(values) if values is not None and dtype == float32 else values
        self.shape = tuple(shape) if shape is not None else _shape(values)
        self.dtype = dtype
        self.device = device("cpu")

    def detach(self):
        return self

    def cpu(self):
        return self

    def to(self, *_):
        return self

    def clone(self):
        return copy.copy(self)

    def tolist(self):
        if self._values is None:
            raise RuntimeError("this stand-in tensor has a shape {} but no numbers".format(self.shape))
        return self._values


def tensor(values, dtype=None):
    return Tensor(values, dtype=dtype or float32)


def zeros(*shape, dtype=float32):
    return Tensor(shape=shape, dtype=dtype)


def eye(size):
    return tensor([[float(i == j) for j in range(size)] for i in range(size)])


def randn(*shape, generator=None):
    return Tensor(shape=shape)


class Generator:
    def manual_seed(self, seed):
        return self


def manual_seed(seed):
    return Generator()


class no_grad:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


def _shape(values):
    return (len(values),) + _shape(values[0]) if isinstance(values, list) and values else ()


def _rounded(values):
    if isinstance(values, list):
        return [_rounded(value) for value in values]
    return array("f", [values])[0] if isinstance(values, float) else values
