"""Builds a detector the way the five upstream `tools/test.py` do, but without a data set.

Only adapters call into this module: it needs torch, mmcv and mmdet3d, which this repository's own tests replace by
stand-ins. Configs, weights and their keys were tried with torch 1.9.1 and mmcv 1.4.0; no upstream model was.
"""

import importlib
import logging
import os

from model_runtime.failure import RuntimeFailure

#: Random weights and synthetic images are the same in every run.
SEED = 0


def load_config(path):
    """Returns the mmcv Config at `path`. An mmcv config is Python and is executed, `_base_` files included."""
    from mmcv import Config

    return Config.fromfile(path)


def build(config, checkpoint, device):
    """Returns the detector of `config` on `device`, in eval mode, with the weights of `checkpoint` (None: random).

    Raises `RuntimeFailure` checkpoint-keys or checkpoint-unreadable.
    """
    import torch
    from mmdet3d.models import build_model

    _import_plugin(config)
    config.model.pretrained = None
    config.model.train_cfg = None
    torch.manual_seed(SEED)
    model = build_model(config.model, test_cfg=config.get("test_cfg"))
    # fp16 before the weights, as upstream; on a CPU half precision has no kernels for most of these operators.
    if config.get("fp16") is not None and device != "cpu":
        from mmcv.runner import wrap_fp16_model

        wrap_fp16_model(model)
    if checkpoint is None:
        _randomise(model)
    else:
        _load_exactly(model, checkpoint)
    return model.to(device).eval()


def run(model, **inputs):
    """Runs the detector's test path and returns its list of one dict. `inputs` are moved to where the model is."""
    import torch

    device = next(model.parameters()).device
    with torch.no_grad():
        return model(return_loss=False, rescale=True, **_moved(inputs, torch.Tensor, device))


def _import_plugin(config):
    """Importing the plugin registers its classes. Both ways of naming it are upstream's; paths are relative to the
    repository's root, which is therefore the working directory and on PYTHONPATH."""
    custom_imports = config.get("custom_imports")
    if custom_imports:
        from mmcv.utils import import_modules_from_strings

        import_modules_from_strings(**custom_imports)
    if config.get("plugin"):
        importlib.import_module(os.path.dirname(config.plugin_dir).replace("/", "."))


def _load_exactly(model, path):
    """mmcv only warns about missing, unexpected and misshapen weights unless it is told to be strict. With the warning
    alone people have evaluated an ImageNet ResNet as a driving model (VAD issues 21 and 70)."""
    from mmcv.runner import load_checkpoint

    try:
        load_checkpoint(model, path, map_location="cpu", strict=True)
    except Exception as error:
        if "do not match" in str(error):
            raise RuntimeFailure("checkpoint-keys", "{} is not this config's checkpoint. {}".format(path, error)) from error
        reason = "{}: {}".format(type(error).__name__, error)
        raise RuntimeFailure("checkpoint-unreadable", "torch cannot load {} ({})".format(path, reason)) from error


def _randomise(model):
    """Initialises the weights without fetching a pretrained backbone: the container has no network. Skipping this
    altogether would leave some of upstream's parameters as uninitialised memory, NaN included."""
    for module in model.modules():
        init_cfg = getattr(module, "init_cfg", None)
        if isinstance(init_cfg, dict) and init_cfg.get("type") == "Pretrained":
            module.init_cfg = None
    # mmcv logs three lines a parameter.
    logging.disable(logging.INFO)
    model.init_weights()
    logging.disable(logging.NOTSET)


def _moved(value, tensor_type, device):
    if isinstance(value, tensor_type):
        return value.to(device)
    if isinstance(value, dict):
        return {key: _moved(item, tensor_type, device) for key, item in value.items()}
    if isinstance(value, list):
        return [_moved(item, tensor_type, device) for item in value]
    return value
