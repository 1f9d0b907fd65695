"""Stand-in for mmcv.utils."""

import importlib

__stand_in__ = True


def import_modules_from_strings(imports, allow_failed_imports=False):
    return [importlib.import_module(name) for name in imports]
