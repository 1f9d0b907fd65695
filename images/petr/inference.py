"""PETR's own part of an inference: the sample that its test pipeline would leave, and the call.

Follows megvii-research/PETR at f7525f93: `tools/test.py`, `projects/mmdet3d_plugin/models/detectors/petr3d.py`
(forward_test), `dense_heads/petr_head.py` (which metadata it reads) and the test pipeline of
`petr_r50dcn_gridmask_p4.py`.

The sample was made from that config with real torch, numpy and mmcv; the detector itself has not run yet, a stand-in
takes its place in the tests.
"""

import copy

from mmdet3d.core.bbox import LiDARInstance3DBoxes

from model_runtime import camera_sample, mmcv_detector

load_config = mmcv_detector.load_config
build = mmcv_detector.build

#: Width in pixels and focal length of nuScenes' front camera, from which the resized focal length follows.
WIDTH, FOCAL = 1600, 1266


def sample(config, input_dir):
    """Returns six images of the config's `final_dim` (512x1408, already a multiple of 32) and their metadata."""
    height, width = config.ida_aug_conf["final_dim"]
    cameras = camera_sample.nuscenes_ring(FOCAL * width / WIDTH, width, height)
    camera_sample.announce(input_dir, 6, height, width)
    meta = camera_sample.meta(cameras, height, width, box_type_3d=LiDARInstance3DBoxes, timestamp=[0.0] * 6)
    return {"img": camera_sample.images(6, height, width), "img_meta": meta}


def forward(model, sample):
    """Returns `[{"pts_bbox": {boxes_3d, scores_3d, labels_3d}}]`: boxes as (x, y, bottom z, w, l, h, yaw, vx, vy) in
    mmdet3d 0.17's convention. The image is cloned because upstream squeezes it in place; PETR keeps no state."""
    return mmcv_detector.run(model, img=[sample["img"].clone()], img_metas=[[copy.copy(sample["img_meta"])]])
