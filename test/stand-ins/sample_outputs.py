"""Writes images/<slug>/sample-output.json: what the stand-in detector answers, as the runtime would write it.

    python3 test/stand-ins/sample_outputs.py [SLUG...]           writes them (all)
    python3 test/stand-ins/sample_outputs.py --check [SLUG...]   only compares; exit 1 where a file is stale

The numbers come from `stand_in_outputs`, the same emitter that the stand-in wheel of mmdet3d carries, through the
runtime's own conversion and document. Only rounding is added, to keep the files small: 4 decimals, and 2 for
TopoMLP's topology, whose 120 000 values are mostly 0. Times are 0, because the same source shall give the same bytes.
"""

import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE / "python"), str(ROOT / "images" / "runtime")]

from model_runtime import raw_output  # noqa: E402
from model_runtime.convert import Conversion  # noqa: E402
from stand_in_outputs import result_of  # noqa: E402

SLUGS = tuple(sorted(path.parent.name for path in (ROOT / "images").glob("*/model.yaml")))


def sample_text(slug):
    """Returns the text of images/<slug>/sample-output.json."""
    conversion = Conversion()
    result = [rounded(item, 4) for item in conversion.plain(result_of(slug, model_yaml(slug)))]
    document = raw_output.answer(
        model=slug,
        evidence="stand-in",
        config=config_path(slug),
        checkpoint=None,
        device="cpu",
        gpu=None,
        phases=[],
        latencies_ms=[0],
        non_finite=conversion.non_finite,
        result=result,
    )
    return json.dumps(document, allow_nan=False, separators=(",", ":")) + "\n"


def rounded(value, decimals):
    """Rounds every float in `value`; a whole number loses its ".0", which JSON does not tell apart."""
    if isinstance(value, dict):
        return {key: rounded(item, 2 if key.startswith("pred_topology") else decimals) for key, item in value.items()}
    if isinstance(value, list):
        return [rounded(item, decimals) for item in value]
    if isinstance(value, float):
        short = round(value, decimals)
        return int(short) if short == int(short) else short
    return value


def config_path(slug):
    """model.yaml's `config`."""
    return re.search(r"^config:\s*[\"']?(/app/[\w./-]+)", model_yaml(slug), re.M).group(1)


def model_yaml(slug):
    return (ROOT / "images" / slug / "model.yaml").read_text(encoding="utf-8")


def main(arguments):
    check = "--check" in arguments
    stale = 0
    for slug in [argument for argument in arguments if argument != "--check"] or SLUGS:
        if slug not in SLUGS:
            print("images/{}/model.yaml does not exist; the models are {}".format(slug, ", ".join(SLUGS)))
            return 2
        path = ROOT / "images" / slug / "sample-output.json"
        text = sample_text(slug)
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                print("{} is missing or stale: run python3 test/stand-ins/sample_outputs.py {}".format(path.relative_to(ROOT), slug))
                stale = 1
        else:
            path.write_text(text, encoding="utf-8")
            print("{} {} bytes".format(path.relative_to(ROOT), len(text)))
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
