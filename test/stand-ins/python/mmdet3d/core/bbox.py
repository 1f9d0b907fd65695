"""Stand-in for mmdet3d.core.bbox: a box object is a tensor in an envelope."""

__stand_in__ = True


class LiDARInstance3DBoxes:
    """Rows of (x, y, bottom z, three sizes, yaw, vx, vy); which sizes and which yaw is mmdet3d's version's business."""

    def __init__(self, tensor, box_dim=7):
        self.tensor = tensor
        self.box_dim = box_dim
