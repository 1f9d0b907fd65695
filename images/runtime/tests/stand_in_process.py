"""Runs the command line as a program, against the stand-in libraries, the way the image does."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
RUNTIME = ROOT / "images" / "runtime"
LIBRARIES = ROOT / "test" / "stand-ins" / "python"
CONFIGS = ROOT / "test" / "stand-ins" / "configs"
#: The models whose stand-in config is written by hand. One without runs with a derived config, in the engine tests.
SLUGS = tuple(sorted(path.stem for path in CONFIGS.glob("*.py") if (ROOT / "images" / path.stem / "model.yaml").exists()))


class Run:
    """What one run left behind: `status`, `stdout`, `stderr`, and the `document` it wrote (None if none)."""

    def __init__(self, slug, *arguments, adapter=None, config=None, output=None, files=()):
        with tempfile.TemporaryDirectory() as folder:
            self._prepare(folder, adapter, files)
            path = os.path.join(folder, "raw-output.json") if output is None else output
            command = [sys.executable, "-m", "model_runtime", "infer", "--model", slug, "--output", path]
            command += ["--config", str(CONFIGS / (slug + ".py")) if config is None else config]
            command += [argument.format(folder=folder) for argument in arguments]
            search = [folder, str(RUNTIME)] + ([] if adapter else [str(LIBRARIES), str(ROOT / "images" / slug)])
            environment = {"PATH": os.environ["PATH"], "PYTHONPATH": ":".join(search), "PYTHONDONTWRITEBYTECODE": "1"}
            done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
            self.status = done.returncode
            self.stdout, self.stderr = done.stdout.decode(), done.stderr.decode()
            self.left = sorted(os.listdir(folder))
            self.document = None
            if os.path.isfile(path):
                with open(path, encoding="utf-8") as file:
                    self.document = json.load(file, parse_constant=_refuse)

    def failure(self):
        """Returns code and phase of the failure in the document."""
        return self.document["failure"]["code"], self.document["failure"]["phase"]

    @staticmethod
    def _prepare(folder, adapter, files):
        """A repository root with the plugin packages that the configs name, an adapter of the test's own, and files."""
        for package in _plugin_packages():
            os.makedirs(os.path.join(folder, package), exist_ok=True)
            open(os.path.join(folder, package, "__init__.py"), "w").close()
        written = dict(files)
        if adapter is not None:
            written["inference.py"] = adapter
        for name, content in written.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode("utf-8"))


def adapter(forward="return [{'answer': [1.0]}]", build="return object()", load_config="return {}", sample="return {}", top=""):
    """Returns the source of an adapter whose four functions have the given bodies (one line each)."""
    return (
        "{top}\n"
        "def load_config(path):\n    {load_config}\n"
        "def build(config, checkpoint, device):\n    {build}\n"
        "def sample(config, input_dir):\n    {sample}\n"
        "def forward(model, sample):\n    {forward}\n"
    ).format(top=top, load_config=load_config, build=build, sample=sample, forward=forward)


def _plugin_packages():
    """The packages that the configs' plugins are imported through: both ways of naming one are upstream's."""
    packages = set()
    for path in CONFIGS.glob("*.py"):
        for folder, module in re.findall(r'plugin_dir = "([^"]+)"|imports=\["([^"]+)"\]', path.read_text(encoding="utf-8")):
            parts = (folder or module.replace(".", "/")).strip("/").split("/")
            packages |= {"/".join(parts[: depth + 1]) for depth in range(len(parts))}
    return packages


def _refuse(token):
    raise AssertionError("{} is not JSON".format(token))
