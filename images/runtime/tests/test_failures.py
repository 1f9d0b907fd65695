import os
import re
import signal
import subprocess
import sys
import tempfile
import unittest

from model_runtime.failure import EXIT_STATUS
from tests.stand_in_process import RUNTIME, Run, adapter

#: What goes wrong, and the code and phase it must be reported under.
ADAPTERS = (
    ("import-failed", "imports", adapter(top="import no_such_library")),
    ("import-failed", "imports", adapter(top="raise AssertionError('MMCV==1.7.0 is used but incompatible')")),
    ("adapter-invalid", "imports", "def forward(model, sample): pass"),
    ("config-invalid", "config", adapter(load_config="raise SyntaxError('line 3')")),
    ("build-failed", "build", adapter(build="raise KeyError('MapTR is not in the models registry')")),
    ("sample-failed", "sample", adapter(sample="raise IndexError('no such token')")),
    ("forward-failed", "forward", adapter(forward="raise ValueError('shape')")),
    ("forward-failed", "forward", adapter(forward="raise SystemExit(0)")),
    ("gpu-out-of-memory", "forward", adapter(forward="raise RuntimeError('CUDA out of memory. Tried to allocate 2 GiB')")),
    ("gpu-unsupported", "forward", adapter(forward="raise RuntimeError('no kernel image is available for execution')")),
    ("result-empty", "convert", adapter(forward="return []")),
    ("result-empty", "convert", adapter(forward="return [{}]")),
    ("result-unsupported", "convert", adapter(forward="return {'pts_bbox': 1}")),
    ("result-unsupported", "convert", adapter(forward="return [{'a': object()}]")),
)


class Failures(unittest.TestCase):
    def test_each_failure_has_its_code_its_status_and_a_record(self):
        for code, phase, source in ADAPTERS:
            with self.subTest(code=code, phase=phase):
                run = Run("maptr", adapter=source)
                self.assertEqual(run.failure(), (code, phase), run.stderr)
                self.assertEqual(run.status, EXIT_STATUS[code])
                self.assertEqual(sorted(run.document), ["evidence", "failure", "model", "schema"])
                self.assertIn("failure: {} in phase {}".format(code, phase), run.stdout)
                self.assertNotIn("raw-output.json.", " ".join(run.left))

    def test_an_unexpected_exception_leaves_its_traceback_on_stderr(self):
        run = Run("maptr", adapter=adapter(forward="raise ValueError('shape')"))
        self.assertIn("Traceback", run.stderr)
        self.assertNotIn("Traceback", run.stdout)

    def test_paths(self):
        self.assertEqual(Run("maptr", adapter=adapter(), config="/nowhere.py").failure(), ("config-missing", "config"))
        run = Run("maptr", "--input", "/nowhere", adapter=adapter())
        self.assertEqual(run.failure(), ("input-missing", "sample"))
        run = Run("maptr", "--model-path", "{folder}/model.pth", adapter=adapter())
        self.assertEqual(run.failure(), ("checkpoint-missing", "checkpoint"))

    def test_an_adapter_that_is_not_there(self):
        run = Run("maptr", "--adapter", "no_such_adapter")
        self.assertEqual(run.failure(), ("adapter-missing", "imports"))

    def test_an_output_that_cannot_be_written(self):
        run = Run("maptr", adapter=adapter(), output="/nowhere/raw-output.json")
        self.assertEqual(run.status, EXIT_STATUS["output-unwritable"])
        self.assertIn("/nowhere/raw-output.json cannot be written by uid", run.stderr)

    def test_a_long_message_is_cut(self):
        run = Run("maptr", adapter=adapter(build="raise KeyError('x' * 100000)"))
        self.assertLess(len(run.document["failure"]["message"]), 2200)

    def test_wrong_usage_is_status_2_and_writes_nothing(self):
        for arguments in (("--runs", "0"), ("--runs", "ten"), ("--device", "tpu"), ("--model", "../x"), ("--no-such-flag",)):
            run = Run("maptr", *arguments, adapter=adapter())
            self.assertEqual((run.status, run.document), (2, None), arguments)

    def test_every_status_is_distinct_and_clear_of_shells_and_signals(self):
        statuses = list(EXIT_STATUS.values())
        self.assertEqual(len(set(statuses)), len(statuses))
        self.assertTrue(all(2 < status < 126 or status == 143 for status in statuses))

    def test_the_readme_lists_every_code(self):
        text = (RUNTIME / "README.md").read_text(encoding="utf-8")
        rows = dict(re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", text, re.M))
        self.assertEqual(rows, {code: str(status) for code, status in EXIT_STATUS.items()})

    def test_sigterm_leaves_a_record(self):
        with tempfile.TemporaryDirectory() as folder:
            output = os.path.join(folder, "raw-output.json")
            with open(os.path.join(folder, "inference.py"), "w") as file:
                file.write(adapter(top="import time", forward="time.sleep(60)"))
            command = [sys.executable, "-m", "model_runtime", "infer", "--model", "maptr", "--config", __file__, "--output", output]
            environment = dict(os.environ, PYTHONPATH="{}:{}".format(folder, RUNTIME), PYTHONDONTWRITEBYTECODE="1")
            program = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            with program.stdout:
                while b"phase: forward" not in program.stdout.readline():
                    pass
                program.send_signal(signal.SIGTERM)
                self.assertEqual(program.wait(timeout=10), 143)
            with open(output, encoding="utf-8") as file:
                self.assertIn('"code":"terminated","phase":"forward"', file.read())


if __name__ == "__main__":
    unittest.main()
