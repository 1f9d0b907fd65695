"""Stand-in: there is no GPU, and torch says so."""

__stand_in__ = True


def is_available():
    return False


def device_count():
    return 0
