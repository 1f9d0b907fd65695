"""A synthetic multi-camera sample: seeded noise images and the metadata that upstream's test pipelines leave with them.

Row counts, shapes and finiteness of an answer do not depend on what the images show, so noise is a real test of
everything but accuracy. Only adapters import this module: it needs numpy and torch.
"""

import numpy
import torch

from model_runtime import camera_ring
from model_runtime.mmcv_detector import SEED


def padded(length, divisor=32):
    """Returns `length` (pixels) rounded up to a multiple of `divisor`, as upstream's padding does."""
    return -(-length // divisor) * divisor


def fixed_scale(config):
    """Returns the scale of RandomScaleImageMultiViewImage in the test pipeline: despite its name it has one value."""
    for step in config.test_pipeline[-1]["transforms"]:
        if step["type"] == "RandomScaleImageMultiViewImage":
            return step["scales"][0]
    return 1.0


def images(views, height, width):
    """Returns normalised noise images, a float tensor of shape (1, views, 3, height, width)."""
    generator = torch.Generator().manual_seed(SEED)
    return torch.randn(1, views, 3, height, width, generator=generator)


def camera_ring_of(headings, forward, elevation, focal, width, height):
    """Returns ``{"intrinsics", "extrinsics", "lidar2img"}``, one 4x4 float64 array a camera in each list."""
    inside = camera_ring.intrinsic(focal, width, height)
    outside = [camera_ring.extrinsic(heading, forward, elevation) for heading in headings]
    return {
        "intrinsics": [numpy.array(inside) for _ in outside],
        "extrinsics": [numpy.array(matrix) for matrix in outside],
        "lidar2img": [numpy.array(camera_ring.product(inside, matrix)) for matrix in outside],
    }


def nuscenes_ring(focal, width, height):
    """The six cameras of nuScenes in the LIDAR_TOP frame (x right, y ahead, z up)."""
    return camera_ring_of(camera_ring.NUSCENES_HEADINGS, "y", camera_ring.NUSCENES_HEIGHT, focal, width, height)


def argoverse2_ring(focal, width, height):
    """The seven cameras of Argoverse 2 in the vehicle's frame (x ahead, y left, z up)."""
    return camera_ring_of(camera_ring.ARGOVERSE2_HEADINGS, "x", camera_ring.ARGOVERSE2_HEIGHT, focal, width, height)


def meta(cameras, height, width, **more):
    """Returns one sample's img_meta: shapes after padding (pixels), matrices, a standing vehicle's CAN bus (18 numbers)."""
    views = len(cameras["lidar2img"])
    shape = (height, width, 3)
    return dict(
        {
            "scene_token": "synthetic",
            "sample_idx": "synthetic",
            "ori_shape": [shape] * views,
            "img_shape": [shape] * views,
            "pad_shape": [shape] * views,
            "scale_factor": 1.0,
            "lidar2img": cameras["lidar2img"],
            "intrinsics": cameras["intrinsics"],
            "extrinsics": cameras["extrinsics"],
            "can_bus": numpy.zeros(18),
        },
        **more
    )


def announce(input_dir, views, height, width):
    """Says on stdout that the sample is made up, and that a given folder was not read."""
    print("input: synthetic, {} noise images of {}x{} pixels".format(views, width, height), flush=True)
    if input_dir is not None:
        print("input: {} was not read; this version builds its own sample".format(input_dir), flush=True)
