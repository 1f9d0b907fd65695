"""What GPU, if any, the model runs on. torch is the witness; nvidia-smi only adds what an old torch does not know."""

import subprocess
import sys

from model_runtime.failure import RuntimeFailure

_MIB = 1 << 20


def _torch():
    """Returns the torch that the adapter has loaded, or None: the runtime itself never imports it."""
    return sys.modules.get("torch")


def choose_device(requested):
    """Returns "cuda:N" or "cpu". `requested` is "auto", "cpu" or "cuda[:N]"; raises gpu-missing for the last."""
    torch = _torch()
    available = torch is not None and torch.cuda.is_available()
    if requested == "auto":
        return "cuda:0" if available else "cpu"
    if requested == "cpu":
        return "cpu"
    index = int(requested.partition(":")[2] or 0)
    if not available or index >= torch.cuda.device_count():
        raise RuntimeFailure(
            "gpu-missing",
            "--device {} was asked for, but torch sees {}. Start the container with the GPU.".format(
                requested, "{} GPU(s)".format(torch.cuda.device_count()) if available else "no GPU"
            ),
        )
    return "cuda:{}".format(index)


def gpu_evidence(device):
    """Returns name, UUID, compute capability and MiB (total, allocator's peak) of `device`, or None on a CPU.

    `uuid` is None where neither torch (before 2.x) nor a single-GPU nvidia-smi tells it.
    """
    if device == "cpu":
        return None
    torch = _torch()
    index = int(device.partition(":")[2])
    properties = torch.cuda.get_device_properties(index)
    uuid = getattr(properties, "uuid", None)
    return {
        "name": properties.name,
        "uuid": "GPU-{}".format(uuid) if uuid is not None else _only_uuid(),
        "computeCapability": "{}.{}".format(properties.major, properties.minor),
        "totalMiB": properties.total_memory // _MIB,
        "peakAllocatedMiB": round(torch.cuda.max_memory_allocated(index) / _MIB, 3),
    }


def synchronize(device):
    """Waits for the GPU. Kernels run behind Python's back: without this a latency measures only the launch."""
    if device != "cpu":
        _torch().cuda.synchronize(device)


def _only_uuid():
    """The UUID if nvidia-smi lists exactly one GPU; torch's and nvidia-smi's numbering of several may differ."""
    try:
        listed = subprocess.run(
            ["nvidia-smi", "--query-gpu=uuid", "--format=csv,noheader"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=10,
            check=True,
        ).stdout.decode("ascii", "replace")
    except (OSError, subprocess.SubprocessError):
        return None
    uuids = listed.split()
    return uuids[0] if len(uuids) == 1 else None
