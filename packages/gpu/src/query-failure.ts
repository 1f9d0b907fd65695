import type { Failure } from "@mia/step-result";

/** How a run of nvidia-smi ended. */
export interface SmiExit {
  code: number | null;
  stdout: string;
  stderr: string;
  notStarted?: string;
  timedOut?: boolean;
}

/** Exit codes of nvidia-smi that speak of a device that was there and is not well (nvidia-smi(1), RETURN VALUE; NVML's 16 is "reset required"). */
const lostCodes = new Set([15, 16]);

/**
 * Undefined where the answer can be used: exit code 0, and 14 (the infoROM is damaged, yet the GPU works; NVIDIA's and
 * PyTorch's own infrastructure accept it too). Otherwise what is wrong with the host.
 */
export function queryFailure(exit: SmiExit): Failure | undefined {
  if (exit.code === 0 || exit.code === 14) return undefined;
  const said = `${exit.stderr}\n${exit.stdout}`.trim().slice(-2000);
  const detail = said === "" ? {} : { detail: said };
  if (exit.notStarted !== undefined)
    return {
      code: "gpu-missing",
      message: `nvidia-smi cannot be run: ${exit.notStarted}`,
      remedy: "Run on a host with an NVIDIA driver, or set gpu: none for a run without a GPU.",
    };
  if (exit.timedOut || exit.code === null)
    return {
      code: "gpu-lost",
      message: "nvidia-smi did not answer: the driver or a GPU hangs",
      remedy: "Reset the GPU or restart the host; the kernel log names the Xid.",
      ...detail,
    };
  if (lostCodes.has(exit.code))
    return {
      code: "gpu-lost",
      message: `nvidia-smi ended with ${exit.code}: a GPU is lost or needs a reset`,
      remedy: "Reset the GPU or restart the host, then run again.",
      ...detail,
    };
  return {
    code: "gpu-missing",
    message: `nvidia-smi ended with ${exit.code}${firstLine(said)}`,
    remedy: remedyFor(exit.code),
    ...detail,
  };
}

function firstLine(said: string): string {
  const line = said.split("\n").find((candidate) => candidate.trim() !== "");
  return line === undefined ? "" : `: ${line.trim().slice(0, 300)}`;
}

function remedyFor(code: number): string {
  if (code === 2)
    return "Update the NVIDIA driver: this one does not tell the compute capability (R495 and later do).";
  if (code === 6) return "The driver sees no GPU: check that one is attached to this host, or set gpu: none.";
  if (code === 9) return "Load the NVIDIA kernel driver (modprobe nvidia), or set gpu: none.";
  if (code === 12) return "Install the driver's libnvidia-ml beside nvidia-smi, or set gpu: none.";
  return "Run nvidia-smi on this host and mend what it says, or set gpu: none.";
}
