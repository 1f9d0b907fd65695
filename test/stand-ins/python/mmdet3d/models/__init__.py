"""Stand-in for mmdet3d.models."""

from mmdet3d.models.detector import build_model  # noqa: F401

__stand_in__ = True
