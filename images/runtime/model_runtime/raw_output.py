"""The ``raw-output/v1`` document: one file, either an answer or a failure, never half of one."""

import json
import os

from model_runtime import SCHEMA
from model_runtime.failure import RuntimeFailure, clipped


def answer(model, evidence, config, checkpoint, device, gpu, phases, latencies_ms, non_finite, result):
    """Returns the document of a run that went well. `latencies_ms` holds one number (ms) a timed forward."""
    return {
        "schema": SCHEMA,
        "model": model,
        "evidence": evidence,
        "config": config,
        "checkpoint": checkpoint,
        "device": device,
        "gpu": gpu,
        "phases": phases,
        "latenciesMs": latencies_ms,
        "nonFinite": non_finite,
        "result": result,
    }


def refusal(model, evidence, failure, phase):
    """Returns the document of a run that failed in `phase`."""
    return {
        "schema": SCHEMA,
        "model": model,
        "evidence": evidence,
        "failure": {"code": failure.code, "phase": phase, "message": clipped(failure.message)},
    }


def write_atomically(path, document):
    """Writes `document` to `path` as JSON and returns its size in bytes. Raises output-unwritable.

    A reader sees the old file, the new file or none: the text goes to a file beside it, which then takes its name.
    """
    text = json.dumps(document, allow_nan=False, separators=(",", ":")).encode("utf-8")
    beside = "{}.{}.part".format(path, os.getpid())
    try:
        with open(beside, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError as error:
        raise RuntimeFailure(
            "output-unwritable",
            "{} cannot be written by uid {}: {}. Mount a folder there that this user may write to.".format(
                path, os.getuid(), error.strerror
            ),
        ) from error
    return len(text)
