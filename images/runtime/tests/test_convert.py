import unittest

from model_runtime.convert import DEPTH_LIMIT, Conversion
from model_runtime.failure import RuntimeFailure

try:
    import numpy
except ImportError:
    numpy = None


class Tensor:
    """As much of a torch tensor as the conversion looks at; on a GPU until `cpu` is called, tracked until `detach`."""

    def __init__(self, values, steps=()):
        self.values, self.steps = values, steps

    def detach(self):
        return Tensor(self.values, self.steps + ("detach",))

    def cpu(self):
        return Tensor(self.values, self.steps + ("cpu",))

    def tolist(self):
        if self.steps != ("detach", "cpu"):
            raise TypeError("can't convert cuda:0 device type tensor to numpy")
        return self.values


class Boxes:
    def __init__(self, tensor):
        self.tensor = tensor


NAN, INFINITY = float("nan"), float("inf")


class Conversions(unittest.TestCase):
    def check(self, value, expected, non_finite=0):
        conversion = Conversion()
        self.assertEqual(conversion.plain(value), expected)
        self.assertEqual(conversion.non_finite, non_finite)

    def test_plain_values_stay(self):
        for value in (None, True, 0, -3, 2.5, "text", [], {}, [[1, 2], [3]], {"a": [0.5]}):
            self.check(value, value)

    def test_a_tensor_is_detached_moved_and_listed(self):
        self.check(Tensor([[1.0, 2.0]]), [[1.0, 2.0]])
        self.check(Tensor(0.25), 0.25)
        self.check([{"pts_bbox": {"labels_3d": Tensor([1, 2])}}], [{"pts_bbox": {"labels_3d": [1, 2]}}])

    def test_a_box_object_gives_its_rows(self):
        self.check(Boxes(Tensor([[0.0] * 9])), [[0.0] * 9])

    def test_a_tuple_becomes_a_list(self):
        self.check((Tensor([1]), Tensor([2])), [[1], [2]])

    def test_what_is_not_finite_becomes_null_and_is_counted(self):
        self.check([1.0, NAN, Tensor([INFINITY, -INFINITY, 2.0])], [1.0, None, [None, None, 2.0]], non_finite=3)

    def test_what_is_not_data_is_refused_with_its_path(self):
        endless = []
        endless.append(endless)
        for value, path in (
            ({"a": [object()]}, "result.a[0] is a object"),
            ({"a": {1: 2}}, "result.a has the key 1"),
            ([complex(1, 2)], "result[0] is a complex"),
            ({"a": b"bytes"}, "result.a is a bytes"),
            (endless, "deeper than {} levels".format(DEPTH_LIMIT)),
        ):
            with self.assertRaises(RuntimeFailure) as caught:
                Conversion().plain(value)
            self.assertEqual(caught.exception.code, "result-unsupported")
            self.assertIn(path, caught.exception.message)

    def test_a_tensor_that_cannot_be_listed_is_refused(self):
        class Sparse(Tensor):
            def detach(self):
                raise RuntimeError("sparse")

        with self.assertRaisesRegex(RuntimeFailure, "result.a could not be read as a list"):
            Conversion().plain({"a": Sparse([])})

    @unittest.skipIf(numpy is None, "numpy is not installed")
    def test_numpy(self):
        self.check(numpy.array([[1, 2]], dtype="int64"), [[1, 2]])
        self.check(numpy.array([0.5, NAN], dtype="float16"), [0.5, None], non_finite=1)
        self.check({"scalar": numpy.float32(0.5), "flag": numpy.bool_(True)}, {"scalar": 0.5, "flag": True})


if __name__ == "__main__":
    unittest.main()
