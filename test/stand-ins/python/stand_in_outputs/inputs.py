"""Refuses a call that upstream's test path would refuse: views, nesting, metadata and VAD's ground truth."""

__stand_in__ = True

#: The detector reads these unconditionally (the forward_test of each upstream repository).
_META = {
    "maptr": ("scene_token", "can_bus", "lidar2img", "img_shape"),
    "petr": ("lidar2img", "img_shape", "pad_shape", "box_type_3d"),
    "streampetr": ("scene_token", "pad_shape", "box_type_3d"),
    "topomlp": ("lidar2img", "img_shape", "pad_shape", "scale_factor", "te_yolov8"),
    "vad": ("scene_token", "can_bus", "lidar2img", "img_shape", "box_type_3d"),
}

_MORE = {
    "streampetr": ("lidar2img", "intrinsics", "extrinsics", "timestamp", "img_timestamp", "ego_pose", "ego_pose_inv"),
    "vad": (
        "gt_bboxes_3d",
        "gt_labels_3d",
        "gt_attr_labels",
        "fut_valid_flag",
        "ego_his_trajs",
        "ego_fut_trajs",
        "ego_fut_cmd",
        "ego_lcf_feat",
    ),
}


def check_inputs(detector, inputs):
    """Raises KeyError or ValueError, naming the input, when `inputs` are not what `detector.slug` is called with."""
    slug = detector.slug
    for name in ("img", "img_metas", "rescale") + _MORE.get(slug, ()):
        if name not in inputs:
            raise KeyError("{} is called with {}".format(slug, name))
    if slug not in _META:
        # What a sixth model's upstream reads is written down nowhere yet.
        return
    # The nuScenes models' pipelines nest once more, for test-time augmentation.
    image = inputs["img"] if slug == "topomlp" else inputs["img"][0]
    meta = inputs["img_metas"][0] if slug == "topomlp" else inputs["img_metas"][0][0]
    views = 7 if slug == "topomlp" else 6
    if len(image.shape) != 5 or image.shape[:3] != (1, views, 3):
        raise ValueError("img has shape {}, not (1, {}, 3, H, W)".format(image.shape, views))
    if image.shape[3] % 32 or image.shape[4] % 32:
        raise ValueError("img has shape {}, not padded to multiples of 32".format(image.shape))
    for name in _META[slug]:
        if name not in meta:
            raise KeyError("img_metas lacks {}".format(name))
    if "lidar2img" in meta and len(meta["lidar2img"]) != views:
        raise ValueError("lidar2img has {} matrices for {} views".format(len(meta["lidar2img"]), views))
