"""Answers of the five models in upstream's true structure, computed from a seed instead of from images.

Row counts, shapes, ranges, orders and the relations between fields are those that upstream's decoders fix whatever
the weights are. The numbers mean nothing.
"""

from stand_in_outputs import detections, lanes, plan, vectors

__stand_in__ = True


def result_of(slug):
    """Returns the detector's list of one dict for the model `slug`, as plain numbers; the same in every call."""
    if slug == "maptr":
        return [{"pts_bbox": vectors.maptr(slug)}]
    if slug == "petr":
        return [{"pts_bbox": detections.boxes(slug, detections.WIDTH_FIRST)}]
    if slug == "streampetr":
        return [{"pts_bbox": detections.boxes(slug, detections.LENGTH_FIRST)}]
    if slug == "topomlp":
        return [lanes.graph(slug)]
    if slug == "vad":
        return [plan.vad(slug)]
    raise KeyError(slug)
