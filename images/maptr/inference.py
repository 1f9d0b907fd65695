"""MapTR's own part of an inference: the sample that its test pipeline would leave, and the call.

Follows hustvl/MapTR at a6872d8d: `tools/test.py`, `projects/mmdet3d_plugin/maptr/detectors/maptr.py` (forward_test)
and the test pipeline of `maptr_tiny_r50_24e.py`.

The sample was made from that config with real torch, numpy and mmcv; the detector itself has not run yet, a stand-in
takes its place in the tests.
"""

import copy

from model_runtime import camera_sample, mmcv_detector

load_config = mmcv_detector.load_config
build = mmcv_detector.build

#: nuScenes images in pixels, and the focal length of their front camera.
WIDTH, HEIGHT, FOCAL = 1600, 900, 1266


def sample(config, input_dir):
    """Returns six images scaled as the config says (0.5: 800x450, padded to 800x480) and their metadata."""
    scale = camera_sample.fixed_scale(config)
    width, height = camera_sample.padded(int(WIDTH * scale)), camera_sample.padded(int(HEIGHT * scale))
    cameras = camera_sample.nuscenes_ring(FOCAL * scale, int(WIDTH * scale), int(HEIGHT * scale))
    camera_sample.announce(input_dir, 6, height, width)
    return {"img": camera_sample.images(6, height, width), "img_meta": camera_sample.meta(cameras, height, width)}


def forward(model, sample):
    """Returns `[{"pts_bbox": {boxes_3d, scores_3d, labels_3d, pts_3d}}]`. The metadata is copied: upstream zeroes its
    CAN bus in place. MapTR keeps no state between samples (`video_test_mode=False`)."""
    return mmcv_detector.run(model, img=[sample["img"]], img_metas=[[copy.deepcopy(sample["img_meta"])]])
