"""The few lines of code that each model brings along: ``/app/inference.py``, imported by name."""

import importlib

from model_runtime.failure import RuntimeFailure

#: load_config(path) -> config; build(config, checkpoint, device) -> model;
#: sample(config, input_dir) -> sample; forward(model, sample) -> list of one dict.
FUNCTIONS = ("load_config", "build", "sample", "forward")


def load_adapter(name):
    """Imports module `name` and checks that it has `FUNCTIONS`. Raises adapter-missing, adapter-invalid, import-failed."""
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name == name:
            raise RuntimeFailure(
                "adapter-missing", "no module {!r} on the Python path; the image keeps it in /app/{}.py".format(name, name)
            ) from error
        raise RuntimeFailure(
            "import-failed", "{} needs the module {!r}, which is not installed in this image".format(name, error.name)
        ) from error
    missing = [function for function in FUNCTIONS if not callable(getattr(module, function, None))]
    if missing:
        raise RuntimeFailure("adapter-invalid", "module {!r} lacks {}".format(name, ", ".join(missing)))
    return module
