"""Stand-in for mmdet3d.core."""
