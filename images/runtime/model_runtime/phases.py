"""The phases of a run, printed as they begin, so that an outsider can tell a hang in loading from one in inference."""

import time


class Phases:
    """Which phase runs now, and how long (in seconds) each one took that has ended."""

    def __init__(self, now=time.monotonic, write=print):
        self._now = now
        self._write = write
        self._started = None
        self.current = "start"
        self.ended = []

    def begin(self, name):
        """Ends the running phase and begins `name`. The line is flushed: a hang must not keep it in a buffer."""
        self.end()
        self.current = name
        self._started = self._now()
        self._write("phase: {}".format(name), flush=True)

    def end(self):
        """Ends the running phase, if there is one; `current` keeps its name for a failure that follows."""
        if self._started is None:
            return
        self.ended.append({"name": self.current, "seconds": round(self._now() - self._started, 6)})
        self._started = None
