import ast
import sys
import unittest

from tests.stand_in_process import ROOT


class Syntax(unittest.TestCase):
    @unittest.skipIf(sys.version_info < (3, 8), "this Python only parses what it can run, which proves the same")
    def test_everything_that_runs_in_an_image_parses_as_python_3_7(self):
        paths = sorted((ROOT / "images").glob("*/inference.py")) + sorted((ROOT / "images/runtime/model_runtime").glob("*.py"))
        self.assertGreater(len(paths), 15)
        for path in paths:
            with self.subTest(path=str(path.relative_to(ROOT))):
                ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 7))

    def test_the_runtime_imports_only_the_standard_library_at_its_top(self):
        # camera_sample is the exception: only adapters import it, and they need numpy and torch anyway.
        foreign = {"numpy", "torch", "mmcv", "mmdet3d", "psutil"}
        for path in (ROOT / "images/runtime/model_runtime").glob("*.py"):
            if path.name == "camera_sample.py":
                continue
            tree = ast.parse(path.read_text(encoding="utf-8"))
            imported = {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
            imported |= {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
            self.assertEqual({name.split(".")[0] for name in imported} & foreign, set(), path.name)


if __name__ == "__main__":
    unittest.main()
