"""Answers of the models in upstream's true structure, computed from a seed instead of from images.

Row counts, shapes, ranges, orders and the relations between fields are those that upstream's decoders fix whatever
the weights are. The numbers mean nothing.
"""

from stand_in_outputs import detections, expected, lanes, plan, vectors

__stand_in__ = True


def result_of(slug, yaml=""):
    """Returns the detector's list of one dict for the model `slug`, as plain numbers; the same in every call.

    A model that is not written here answers as the `outputs` of its model.yaml say, whose text `yaml` is.
    """
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
    return expected.result_of(slug, yaml)
