"""What can go wrong, each with one code and one exit status, so that an outsider need not read a traceback."""

#: failure code -> exit status. Statuses stay clear of the shell's own (126, 127), of signals (128 and above)
#: and of argparse's 2 for wrong usage. 143 is 128 + SIGTERM, what a terminated program returns anyway.
EXIT_STATUS = {
    "config-missing": 10,
    "config-invalid": 11,
    "checkpoint-missing": 20,
    "checkpoint-is-directory": 21,
    "checkpoint-empty": 22,
    "checkpoint-lfs-pointer": 23,
    "checkpoint-unreadable": 24,
    "checkpoint-keys": 25,
    "adapter-missing": 30,
    "adapter-invalid": 31,
    "import-failed": 32,
    "input-missing": 40,
    "sample-failed": 41,
    "build-failed": 42,
    "gpu-missing": 50,
    "gpu-out-of-memory": 51,
    "gpu-unsupported": 52,
    "forward-failed": 60,
    "result-empty": 61,
    "result-unsupported": 62,
    "output-unwritable": 70,
    "terminated": 143,
    "internal": 80,
}

#: An exception nobody classified is named after the phase it came from.
_CODE_OF_PHASE = {
    "imports": "import-failed",
    "config": "config-invalid",
    "checkpoint": "checkpoint-unreadable",
    "build": "build-failed",
    "sample": "sample-failed",
    "warmup": "forward-failed",
    "forward": "forward-failed",
    "convert": "result-unsupported",
    "write": "output-unwritable",
}

#: Messages of CUDA that mean the same in whatever phase they appear.
_CODE_OF_MESSAGE = (
    ("CUDA out of memory", "gpu-out-of-memory"),
    ("no kernel image is available", "gpu-unsupported"),
)

#: A message is read by people and travels in a record; a whole state dict in it helps neither.
MESSAGE_LIMIT = 2000


class RuntimeFailure(Exception):
    """Somebody's to fix: `code` is one of `EXIT_STATUS`, `message` says what is wrong, where, and what to do."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
        self.message = message


class Terminated(BaseException):
    """SIGTERM arrived. Not an `Exception`, so that no library's ``except Exception`` swallows it."""


def failure_of(error, phase):
    """Returns `error` as a `RuntimeFailure`; one that is not yet classified is named after `phase`."""
    if isinstance(error, RuntimeFailure):
        return error
    if isinstance(error, Terminated):
        return RuntimeFailure("terminated", "SIGTERM arrived in phase {}".format(phase))
    text = "{}: {}".format(type(error).__name__, error)
    for sign, code in _CODE_OF_MESSAGE:
        if sign in text:
            return RuntimeFailure(code, text)
    return RuntimeFailure(_CODE_OF_PHASE.get(phase, "internal"), text)


def clipped(message):
    """Returns `message` cut to `MESSAGE_LIMIT` characters, saying so when it was cut."""
    if len(message) <= MESSAGE_LIMIT:
        return message
    return message[:MESSAGE_LIMIT] + " [cut, {} characters in all]".format(len(message))
