"""Runs one model once (or a few times) inside its image and writes what came out as ``raw-output/v1``.

The package needs nothing but the standard library. torch, mmcv and numpy are used where the image has them.
It is written in Python 3.7 syntax, because that is what the oldest base image carries.
"""

SCHEMA = "raw-output/v1"
