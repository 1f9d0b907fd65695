"""Whether the libraries that ran are the real ones."""

import sys


def stand_ins(modules=None):
    """Returns the top-level names of loaded modules that say ``__stand_in__ = True`` of themselves, sorted.

    `vars` instead of `getattr`: some real modules import half the world when a missing attribute is asked for.
    """
    loaded = list((sys.modules if modules is None else modules).items())
    names = {
        name.split(".")[0]
        for name, module in loaded
        if getattr(module, "__dict__", {}).get("__stand_in__") is True
    }
    return sorted(names)
