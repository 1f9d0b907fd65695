"""Stand-in for mmcv.runner: compares the keys of a JSON checkpoint, accepts any other non-empty file unread."""

import json

__stand_in__ = True


def load_checkpoint(model, path, map_location=None, strict=False):
    """A file that is JSON with a list `state_dict` is compared key by key; the message begins like mmcv's own."""
    keys = _keys(path)
    if keys is None:
        print("stand-in: {} was not loaded, only its presence was checked".format(path), flush=True)
        return {}
    missing = sorted(set(model.state_keys) - set(keys))
    unexpected = sorted(set(keys) - set(model.state_keys))
    if strict and (missing or unexpected):
        raise RuntimeError(
            "The model and loaded state dict do not match exactly\n"
            "unexpected key in source state_dict: {}\nmissing keys in source state_dict: {}".format(
                ", ".join(unexpected), ", ".join(missing)
            )
        )
    return {"state_dict": keys}


def wrap_fp16_model(model):
    raise AssertionError("the stand-in never runs on a GPU, so nothing should ask for half precision")


def _keys(path):
    with open(path, "rb") as file:
        content = file.read()
    try:
        return list(json.loads(content.decode("utf-8"))["state_dict"])
    except (ValueError, KeyError, TypeError):
        return None
