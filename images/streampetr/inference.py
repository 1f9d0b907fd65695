"""StreamPETR's own part of an inference: the sample that its test pipeline would leave, and the call.

Follows exiawsh/StreamPETR at 95f64702: `tools/test.py`, `projects/mmdet3d_plugin/models/detectors/petr3d.py`
(forward_test wants every key but `img` nested twice), `dense_heads/streampetr_head.py` and the test pipeline of
`stream_petr_r50_flash_704_bs2_seq_*.py`.

The sample was made from that config with real torch, numpy and mmcv; the detector itself has not run yet, a stand-in
takes its place in the tests.
"""

import copy

import torch
from mmdet3d.core.bbox import LiDARInstance3DBoxes

from model_runtime import camera_sample, mmcv_detector

load_config = mmcv_detector.load_config
build = mmcv_detector.build

#: Width in pixels and focal length of nuScenes' front camera, from which the resized focal length follows.
WIDTH, FOCAL = 1600, 1266


def sample(config, input_dir):
    """Returns six images of the config's `final_dim` (256x704), their matrices, times (s) and ego poses at the origin."""
    height, width = config.ida_aug_conf["final_dim"]
    cameras = camera_sample.nuscenes_ring(FOCAL * width / WIDTH, width, height)
    camera_sample.announce(input_dir, 6, height, width)
    return {
        "img": camera_sample.images(6, height, width),
        "img_meta": camera_sample.meta(cameras, height, width, box_type_3d=LiDARInstance3DBoxes),
        "tensors": {
            "lidar2img": torch.tensor([matrix.tolist() for matrix in cameras["lidar2img"]], dtype=torch.float32),
            "intrinsics": torch.tensor([matrix.tolist() for matrix in cameras["intrinsics"]], dtype=torch.float32),
            "extrinsics": torch.tensor([matrix.tolist() for matrix in cameras["extrinsics"]], dtype=torch.float32),
            "timestamp": torch.tensor(0.0, dtype=torch.float64),
            "img_timestamp": torch.zeros(6, dtype=torch.float64),
            "ego_pose": torch.eye(4),
            "ego_pose_inv": torch.eye(4),
        },
    }


def forward(model, sample):
    """Returns `[{"pts_bbox": {boxes_3d, scores_3d, labels_3d}}]`: boxes as (x, y, bottom z, l, w, h, yaw, vx, vy) in
    mmdet3d 1.0's convention.

    Every call is the first frame of a scene: forgetting the scene makes the head reset its memory queue, without
    which the second of two equal runs would give another answer.
    """
    model.prev_scene_token = None
    return mmcv_detector.run(
        model,
        img=[sample["img"].clone()],
        img_metas=[[copy.copy(sample["img_meta"])]],
        **{key: [[tensor]] for key, tensor in sample["tensors"].items()}
    )
