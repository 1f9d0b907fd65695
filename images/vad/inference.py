"""VAD's own part of an inference: the sample that its test pipeline would leave, and the call.

Follows hustvl/VAD at 1688c4b1: `tools/test.py`, `projects/mmdet3d_plugin/VAD/VAD.py` (forward_test, simple_test_pts)
and the test pipeline of `VAD_base_stage_2.py`.

The sample was made from that config with real torch, numpy and mmcv; the detector itself has not run yet, a stand-in
takes its place in the tests.

VAD's detector computes its metrics inside the test path and so asks for the ground truth. It gets a harmless one: a
single car whose six future steps are all masked out, a future of the ego vehicle that is marked invalid (then the
planning metrics are 0 and no collision is rasterised), and the command "go straight".
"""

import copy

import torch
from mmdet3d.core.bbox import LiDARInstance3DBoxes

from model_runtime import camera_sample, mmcv_detector

load_config = mmcv_detector.load_config
build = mmcv_detector.build

#: nuScenes images in pixels, and the focal length of their front camera.
WIDTH, HEIGHT, FOCAL = 1600, 900, 1266

#: Six future steps of half a second; commands are one-hot over (turn right, turn left, go straight).
STEPS, GO_STRAIGHT = 6, [0.0, 0.0, 1.0]

#: Numbers VAD keeps of one agent: 6 steps x 2, 6 masks, a goal, 9 of its state, 6 yaws.
AGENT_NUMBERS = 34


def sample(config, input_dir):
    """Returns six images scaled as the config says (base 0.8: 1280x736), their metadata and the dummy ground truth."""
    scale = camera_sample.fixed_scale(config)
    width, height = camera_sample.padded(int(WIDTH * scale)), camera_sample.padded(int(HEIGHT * scale))
    cameras = camera_sample.nuscenes_ring(FOCAL * scale, int(WIDTH * scale), int(HEIGHT * scale))
    camera_sample.announce(input_dir, 6, height, width)
    meta = camera_sample.meta(cameras, height, width, box_type_3d=LiDARInstance3DBoxes)
    return {"img": camera_sample.images(6, height, width), "img_meta": meta, "ground_truth": _ground_truth()}


def forward(model, sample):
    """Returns `[{"pts_bbox": {boxes, trajectories, map and plan}, "metric_results": {...}}]`.

    Every call is the first frame of a scene: forgetting the scene drops the BEV features of the frame before. The
    ground truth is copied because the metrics rewrite its labels in place.
    """
    model.prev_frame_info["scene_token"] = None
    return mmcv_detector.run(
        model,
        img=[sample["img"].clone()],
        img_metas=[[copy.deepcopy(sample["img_meta"])]],
        **copy.deepcopy(sample["ground_truth"])
    )


def _ground_truth():
    """The nesting is what upstream's collate leaves: twice for lists of boxes and labels, once for the ego tensors."""
    car = torch.tensor([[10.0, 10.0, -1.0, 1.9, 4.6, 1.7, 0.0, 0.0, 0.0]])
    return {
        "gt_bboxes_3d": [[LiDARInstance3DBoxes(car, box_dim=9)]],
        "gt_labels_3d": [[torch.zeros(1, dtype=torch.int64)]],
        "gt_attr_labels": [[torch.zeros(1, AGENT_NUMBERS)]],
        "fut_valid_flag": [[False]],
        "ego_his_trajs": [torch.zeros(1, 1, 2, 2)],
        "ego_fut_trajs": [torch.zeros(1, 1, STEPS, 2)],
        "ego_fut_masks": [torch.zeros(1, 1, STEPS)],
        "ego_fut_cmd": [torch.tensor([[[GO_STRAIGHT]]])],
        "ego_lcf_feat": [torch.zeros(1, 1, 1, 9)],
    }
