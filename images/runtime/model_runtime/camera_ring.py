"""A ring of pinhole cameras around the vehicle: the geometry of a synthetic sample, in plain Python.

The layouts are those of nuScenes and Argoverse 2 to within a few degrees. What matters is that every camera looks
outward and that together they see the whole perception range: a projection that hits no image makes upstream's
attention layers index empty tensors.
"""

import math

#: Headings in degrees, counter-clockwise from straight ahead, in the order that upstream's info files use.
NUSCENES_HEADINGS = (0, -55, 55, 180, 110, -110)
ARGOVERSE2_HEADINGS = (0, 45, -45, 153, -153, 99, -99)

#: Height of the cameras over the frame's origin, in metres (nuScenes' LiDAR sits near its cameras' height).
NUSCENES_HEIGHT = -0.3
ARGOVERSE2_HEIGHT = 1.4


def intrinsic(focal, width, height):
    """Returns the 4x4 camera matrix of a pinhole with `focal`, `width` and `height` in pixels."""
    return [
        [float(focal), 0.0, width / 2.0, 0.0],
        [0.0, float(focal), height / 2.0, 0.0],
        [0.0, 0.0, 1.0, 0.0],
        [0.0, 0.0, 0.0, 1.0],
    ]


def extrinsic(heading, forward, elevation):
    """Returns the 4x4 transform from the vehicle's frame to the camera's (x right, y down, z ahead), in metres.

    `heading` is in degrees, counter-clockwise. `forward` names the frame's axis that points ahead: "y" for
    nuScenes' LIDAR_TOP, "x" for OpenLane-V2's vehicle frame.
    """
    angle = math.radians(heading + (90 if forward == "y" else 0))
    cosine, sine = math.cos(angle), math.sin(angle)
    return [
        [sine, -cosine, 0.0, 0.0],
        [0.0, 0.0, -1.0, float(elevation)],
        [cosine, sine, 0.0, 0.0],
        [0.0, 0.0, 0.0, 1.0],
    ]


def product(left, right):
    """Returns the product of two 4x4 matrices."""
    return [[sum(left[i][k] * right[k][j] for k in range(4)) for j in range(4)] for i in range(4)]
