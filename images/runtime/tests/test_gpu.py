import sys
import types
import unittest

from model_runtime.failure import RuntimeFailure
from model_runtime.gpu import choose_device, gpu_evidence


def torch_with(gpus):
    cuda = types.SimpleNamespace(
        is_available=lambda: gpus > 0,
        device_count=lambda: gpus,
        get_device_properties=lambda index: types.SimpleNamespace(
            name="NVIDIA A10", major=8, minor=6, total_memory=24 << 30, uuid="1234"
        ),
        max_memory_allocated=lambda index: 3 << 19,
    )
    return types.SimpleNamespace(cuda=cuda)


class Gpus(unittest.TestCase):
    def with_torch(self, torch):
        before = sys.modules.get("torch")
        sys.modules["torch"] = torch
        self.addCleanup(lambda: sys.modules.pop("torch") if before is None else sys.modules.update(torch=before))

    def test_without_torch_there_is_only_the_cpu(self):
        self.assertNotIn("torch", sys.modules)
        self.assertEqual(choose_device("auto"), "cpu")
        self.assertIsNone(gpu_evidence("cpu"))

    def test_devices(self):
        for gpus, requested, expected in (
            (0, "auto", "cpu"),
            (1, "auto", "cuda:0"),
            (1, "cpu", "cpu"),
            (2, "cuda", "cuda:0"),
            (2, "cuda:1", "cuda:1"),
        ):
            self.with_torch(torch_with(gpus))
            self.assertEqual(choose_device(requested), expected)

    def test_a_gpu_that_is_not_there_is_missing(self):
        for gpus, requested in ((0, "cuda"), (1, "cuda:1")):
            self.with_torch(torch_with(gpus))
            with self.assertRaises(RuntimeFailure) as caught:
                choose_device(requested)
            self.assertEqual(caught.exception.code, "gpu-missing")

    def test_evidence(self):
        self.with_torch(torch_with(1))
        self.assertEqual(
            gpu_evidence("cuda:0"),
            {
                "name": "NVIDIA A10",
                "uuid": "GPU-1234",
                "computeCapability": "8.6",
                "totalMiB": 24576,
                "peakAllocatedMiB": 1.5,
            },
        )


if __name__ == "__main__":
    unittest.main()
