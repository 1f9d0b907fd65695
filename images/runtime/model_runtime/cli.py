"""The command line. Wrong usage ends with status 2, as argparse does."""

import argparse
import faulthandler
import re

from model_runtime.infer import infer


def main(arguments):
    """Parses `arguments` (without the program's name), runs, and returns the exit status."""
    # SIGABRT (and a crash in a CUDA library) then prints where each thread was.
    faulthandler.enable()
    return infer(_parser().parse_args(arguments))


def _parser():
    parser = argparse.ArgumentParser(prog="python -m model_runtime", description="Runs one model inside its image.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.required = True
    command = commands.add_parser("infer", help="run the model and write its raw answer as raw-output/v1")
    command.add_argument("--model", required=True, type=_slug, help="the model's slug, for example maptr")
    command.add_argument("--config", required=True, help="the mmcv config inside the image")
    command.add_argument("--model-path", help="the checkpoint; left out: random weights, recorded as checkpoint: null")
    command.add_argument("--input", help="folder with the sample; version 1 builds a synthetic sample and says so")
    command.add_argument("--output", required=True, help="the JSON file to write")
    command.add_argument("--runs", type=_at_least(1), default=1, help="timed forwards (default 1)")
    command.add_argument("--warmup", type=_at_least(0), default=0, help="untimed forwards before them (default 0)")
    command.add_argument("--device", type=_device, default="auto", help="auto (default), cpu, cuda or cuda:N")
    command.add_argument("--adapter", default="inference", help="module with the model's own code (default inference)")
    return parser


def _slug(text):
    if not re.match(r"^[a-z0-9][a-z0-9-]{0,63}$", text):
        raise argparse.ArgumentTypeError("{!r} is not a slug (a-z, 0-9 and -)".format(text))
    return text


def _device(text):
    if not re.match(r"^(auto|cpu|cuda(:[0-9]{1,2})?)$", text):
        raise argparse.ArgumentTypeError("{!r} is none of auto, cpu, cuda, cuda:N".format(text))
    return text


def _at_least(least):
    def count(text):
        if not re.match(r"^[0-9]{1,6}$", text) or int(text) < least:
            raise argparse.ArgumentTypeError("{!r} is not a whole number of at least {}".format(text, least))
        return int(text)

    return count
