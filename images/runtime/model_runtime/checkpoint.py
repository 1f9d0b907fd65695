"""What the checkpoint file is, before any library opens it."""

import hashlib
import os

from model_runtime.failure import RuntimeFailure

#: First bytes of the text file that git leaves where Git LFS did not fetch the real one
#: (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md).
LFS_POINTER = b"version https://git-lfs.github.com/spec/"

_CHUNK_BYTES = 1 << 20


def checkpoint_evidence(path):
    """Returns ``{"path", "sha256", "bytes"}`` of the file at `path`, or None for None (random weights).

    Raises `RuntimeFailure`: checkpoint-missing, -is-directory, -empty, -lfs-pointer or -unreadable.
    """
    if path is None:
        return None
    if os.path.isdir(path):
        raise RuntimeFailure(
            "checkpoint-is-directory",
            "{} is a directory. Docker makes one where the host file of a mount is missing: check the host path.".format(path),
        )
    if not os.path.exists(path):
        raise RuntimeFailure(
            "checkpoint-missing",
            "{} does not exist in the container. Mount the file there, or leave out --model-path for random weights.".format(path),
        )
    try:
        return {"path": path, "sha256": _sha256(path), "bytes": os.path.getsize(path)}
    except OSError as error:
        raise RuntimeFailure(
            "checkpoint-unreadable",
            "{} cannot be read by uid {}: {}".format(path, os.getuid(), error.strerror),
        ) from error


def _sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        chunk = file.read(_CHUNK_BYTES)
        if not chunk:
            raise RuntimeFailure("checkpoint-empty", "{} has 0 bytes. Download it again.".format(path))
        if chunk.startswith(LFS_POINTER):
            raise RuntimeFailure(
                "checkpoint-lfs-pointer",
                "{} is a Git LFS pointer, not the weights. Run `git lfs pull` where it comes from.".format(path),
            )
        while chunk:
            digest.update(chunk)
            chunk = file.read(_CHUNK_BYTES)
    return digest.hexdigest()
