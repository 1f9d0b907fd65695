"""One inference from beginning to end, and the one document that it leaves behind."""

import os
import signal
import sys
import time
import traceback

from model_runtime import gpu, raw_output
from model_runtime.adapter import load_adapter
from model_runtime.checkpoint import checkpoint_evidence
from model_runtime.convert import Conversion
from model_runtime.evidence import stand_ins
from model_runtime.failure import EXIT_STATUS, RuntimeFailure, Terminated, failure_of
from model_runtime.phases import Phases


def infer(options):
    """Runs the model as `options` (the parsed command line) says; returns the exit status, 0 or one of `EXIT_STATUS`."""
    _raise_on_sigterm()
    phases = Phases()
    try:
        document = _answer(options, phases)
        phases.begin("write")
        size = raw_output.write_atomically(options.output, document)
        phases.end()
    except (Exception, SystemExit, Terminated) as error:
        return _refuse(options, phases, error)
    print("written: {} ({} bytes)".format(options.output, size), flush=True)
    return 0


def _answer(options, phases):
    phases.begin("imports")
    adapter = load_adapter(options.adapter)
    device = gpu.choose_device(options.device)

    phases.begin("config")
    if not os.path.isfile(options.config):
        raise RuntimeFailure("config-missing", "{} is not a file in this image".format(options.config))
    config = adapter.load_config(options.config)

    phases.begin("checkpoint")
    checkpoint = checkpoint_evidence(options.model_path)
    print("checkpoint: {}".format("none (random weights)" if checkpoint is None else checkpoint["sha256"]), flush=True)

    phases.begin("build")
    model = adapter.build(config, options.model_path, device)

    phases.begin("sample")
    sample = adapter.sample(config, _input_folder(options.input))

    if options.warmup > 0:
        phases.begin("warmup")
        for _ in range(options.warmup):
            adapter.forward(model, sample)

    phases.begin("forward")
    latencies_ms, result = [], None
    for _ in range(options.runs):
        milliseconds, result = _timed(adapter, model, sample, device)
        latencies_ms.append(milliseconds)

    phases.begin("convert")
    conversion = Conversion()
    plain = conversion.plain(result)
    _check_outline(plain)
    seen = gpu.gpu_evidence(device)
    print("gpu: {}".format("none, the model ran on the CPU" if seen is None else seen["name"]), flush=True)
    print("evidence: {}".format(_evidence_line()), flush=True)
    phases.end()
    return raw_output.answer(
        model=options.model,
        evidence=_evidence(),
        config=options.config,
        checkpoint=checkpoint,
        device=device,
        gpu=seen,
        phases=phases.ended,
        latencies_ms=latencies_ms,
        non_finite=conversion.non_finite,
        result=plain,
    )


def _timed(adapter, model, sample, device):
    gpu.synchronize(device)
    started = time.monotonic()
    result = adapter.forward(model, sample)
    gpu.synchronize(device)
    return round((time.monotonic() - started) * 1000, 3), result


def _input_folder(path):
    if path is None:
        return None
    if not os.path.isdir(path):
        raise RuntimeFailure("input-missing", "--input {} is not a folder in the container".format(path))
    return path


def _check_outline(result):
    """Every upstream detector returns a list with one dict a sample. Anything else is not an answer."""
    if not isinstance(result, list) or not all(isinstance(item, dict) for item in result):
        raise RuntimeFailure("result-unsupported", "the detector returned {}, not a list of dicts".format(type(result).__name__))
    if not any(result):
        raise RuntimeFailure("result-empty", "the detector returned an empty result")


def _refuse(options, phases, error):
    """Leaves the failure where people and programs look for it: stdout, stderr (with the traceback) and the document."""
    failure = failure_of(error, phases.current)
    if failure is not error or failure.__cause__ is not None:
        traceback.print_exception(type(error), error, error.__traceback__, file=sys.stderr)
    print("evidence: {}".format(_evidence_line()), flush=True)
    print("failure: {} in phase {}: {}".format(failure.code, phases.current, failure.message), flush=True)
    try:
        raw_output.write_atomically(options.output, raw_output.refusal(options.model, _evidence(), failure, phases.current))
    except RuntimeFailure as second:
        print("failure: {}: {}".format(second.code, second.message), file=sys.stderr, flush=True)
    return EXIT_STATUS[failure.code]


def _evidence():
    return "stand-in" if stand_ins() else "real"


def _evidence_line():
    names = stand_ins()
    return "stand-in ({} in place of the real libraries; this proves only the plumbing)".format(", ".join(names)) if names else "real"


def _raise_on_sigterm():
    def raise_terminated(number, frame):
        raise Terminated()

    signal.signal(signal.SIGTERM, raise_terminated)
