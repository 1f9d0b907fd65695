"""Stand-in for numpy: an array is a list that knows `tolist` and `shape`."""

__stand_in__ = True
__version__ = "0+stand.in"


class ndarray(list):
    @property
    def shape(self):
        return (len(self),) + (ndarray(self[0]).shape if self and isinstance(self[0], list) else ())

    def tolist(self):
        return list(self)


def array(values):
    return ndarray(values)


def zeros(length):
    return ndarray([0.0] * length)
