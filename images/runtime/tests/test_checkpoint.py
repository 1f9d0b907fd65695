import hashlib
import os
import tempfile
import unittest

from model_runtime.checkpoint import checkpoint_evidence
from model_runtime.failure import RuntimeFailure

POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"


class Checkpoints(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = os.path.join(self.folder.name, "model.pth")

    def write(self, content):
        with open(self.path, "wb") as file:
            file.write(content)

    def check_fault(self, code, path=None):
        with self.assertRaises(RuntimeFailure) as caught:
            checkpoint_evidence(path or self.path)
        self.assertEqual(caught.exception.code, code)

    def test_no_checkpoint_is_random_weights(self):
        self.assertIsNone(checkpoint_evidence(None))

    def test_evidence_of_a_file_larger_than_one_chunk(self):
        content = os.urandom(1024) * 3000
        self.write(content)
        expected = {"path": self.path, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        self.assertEqual(checkpoint_evidence(self.path), expected)

    def test_faults(self):
        self.check_fault("checkpoint-missing")
        self.check_fault("checkpoint-is-directory", self.folder.name)
        self.write(b"")
        self.check_fault("checkpoint-empty")
        self.write(POINTER)
        self.check_fault("checkpoint-lfs-pointer")

    @unittest.skipIf(os.getuid() == 0, "root reads everything")
    def test_unreadable(self):
        self.write(b"weights")
        os.chmod(self.path, 0)
        self.check_fault("checkpoint-unreadable")


if __name__ == "__main__":
    unittest.main()
