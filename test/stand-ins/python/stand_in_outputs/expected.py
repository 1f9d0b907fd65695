"""The answer of a model that has none written here: what its model.yaml expects, in the structure of its family."""

import re

from stand_in_outputs import detections, lanes, plan, vectors

__stand_in__ = True


def result_of(slug, yaml):
    """Returns the list of one dict for the model `slug` from the `outputs` of its model.yaml (the text of the file, or of
    that part). `rows`, `points`, `range` and the number of classes are followed for one family on its own; lane
    topologies are TopoMLP's and plans VAD's. Raises KeyError for a family that the stand-ins do not know.
    """
    outputs = re.search(r"^outputs:.*?(?=^[a-z]|\Z)", yaml, re.M | re.S)
    text = re.sub(r"#.*", "", outputs.group(0)) if outputs else ""
    families = re.findall(r"\bfamily:\s*[\"']?([a-z0-9-]+)", text)
    if "planning" in families:
        return [plan.vad(slug)]
    if "lane-topology" in families:
        return [lanes.graph(slug)]
    rows, classes = _whole(text, "rows"), len(_listed(text, "classes"))
    x, y = _bounds(text, "x"), _bounds(text, "y")
    if families == ["vectorized-map"]:
        return [{"pts_bbox": vectors.expected(slug, rows, _whole(text, "points"), classes, x, y)}]
    if families == ["detection-3d"]:
        z = _bounds(text, "z")
        convention = detections.LENGTH_FIRST if "mmdet3d-1.0" in text else detections.WIDTH_FIRST
        low, high = (x[0], y[0], z[0]), (x[1], y[1], z[1])
        return [{"pts_bbox": detections.boxes(slug, convention, rows=3 * rows, keep=rows, low=low, high=high, classes=classes)}]
    raise KeyError("the stand-ins have no answer of {}: write one for {} in stand_in_outputs".format(families, slug))


def _whole(text, key):
    return int(_match(r"\b{}:\s*(\d+)".format(key), text, key).group(1))


def _listed(text, key):
    return _match(r"\b{}:\s*\[([^]]*)\]".format(key), text, key).group(1).split(",")


def _bounds(text, axis):
    return [float(number) for number in _match(r"\b{}:\s*\[([^]]*)\]".format(axis), text, "range." + axis).group(1).split(",")]


def _match(pattern, text, key):
    found = re.search(pattern, text)
    if found is None:
        raise KeyError("outputs of model.yaml has no {} in the form that the stand-ins read (key: [a, b] or key: 1)".format(key))
    return found
