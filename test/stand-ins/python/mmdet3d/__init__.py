"""Stand-in for mmdet3d."""

__stand_in__ = True
__version__ = "0+stand.in"
