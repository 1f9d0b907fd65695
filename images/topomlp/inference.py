"""TopoMLP's own part of an inference: the sample that its test pipeline would leave, and the call.

Follows wudongming97/TopoMLP at 89259679: `tools/test.py`, `projects/topomlp/models/detectors/topomlp.py`
(forward_test), the heads (which metadata they read) and the test pipeline of `topomlp_setA_r50_wo_yolov8.py`.

The sample was made from that config with real torch, numpy and mmcv; the detector itself has not run yet, a stand-in
takes its place in the tests.
"""

import copy

import numpy

from model_runtime import camera_sample, mmcv_detector

load_config = mmcv_detector.load_config
build = mmcv_detector.build

#: Argoverse 2's front camera stands upright. Width, height and focal length in pixels, before upstream turns it
#: into a landscape image by resizing (ResizeFrontView).
FRONT_WIDTH, FRONT_HEIGHT, FOCAL = 1550, 2048, 1780


def sample(config, input_dir):
    """Returns seven images of the config's `img_scale` (1024x775, padded to 1024x800) and their metadata."""
    width, height = _image_scale(config)
    padded_width, padded_height = camera_sample.padded(width), camera_sample.padded(height)
    cameras = camera_sample.argoverse2_ring(FOCAL * width / FRONT_HEIGHT, width, height)
    camera_sample.announce(input_dir, 7, padded_height, padded_width)
    # Traffic elements are given back in pixels of the original front image: this is the factor that upstream's two
    # resizings multiply up to.
    factor = [width / FRONT_WIDTH, height / FRONT_HEIGHT]
    meta = camera_sample.meta(
        cameras,
        padded_height,
        padded_width,
        img_shape=[(height, width, 3)] * 7,
        scale_factor=numpy.array(factor + factor),
        img_paths=["synthetic/ring_front_center"] + ["synthetic"] * 6,
        te_yolov8=None,
    )
    return {"img": camera_sample.images(7, padded_height, padded_width), "img_meta": meta}


def forward(model, sample):
    """Returns `[{pred_lc, pred_te, pred_topology_lclc, pred_topology_lcte}]`. Unlike the nuScenes models its inputs
    are nested once, because its pipeline has no test-time augmentation. TopoMLP keeps no state."""
    return mmcv_detector.run(model, img=sample["img"].clone(), img_metas=[copy.copy(sample["img_meta"])])


def _image_scale(config):
    for step in config.test_pipeline:
        if step["type"] == "ResizeMultiview3D":
            return step["img_scale"]
    raise ValueError("test_pipeline has no ResizeMultiview3D, so the size of its images is not known")
