import type { Failure } from "@mia/step-result";

/**
 * What a non-zero exit code of the container means. 125 to 127 are docker's own (docker-run(1), "Exit Status"), 128 + n
 * stands for signal n, and the rest is the program's.
 */
export function exitFailure(
  exitCode: number,
  oomKilled: boolean,
): Pick<Failure, "code" | "message" | "remedy"> {
  if (oomKilled)
    return {
      code: "out-of-memory",
      message: `the container reached its memory limit and the kernel killed it (exit code ${exitCode})`,
      remedy: "Raise smoke.memoryMiB in model.yaml, or make the model need less.",
    };
  if (exitCode >= 125 && exitCode <= 127)
    return {
      code: "container-start",
      message: `the container's command could not be run (exit code ${exitCode})`,
      remedy: "The image must have `python` on its PATH and the package model_runtime on its PYTHONPATH.",
    };
  const signal = signals[exitCode];
  return {
    code: "container-exit",
    message: `the container ended with exit code ${exitCode}${signal ? ` (${signal.name})` : ""}`,
    remedy: signal?.remedy ?? "Read the container's last lines in the detail.",
  };
}

const signals: Record<number, { name: string; remedy: string }> = {
  134: {
    name: "SIGABRT",
    remedy: "A library called abort(); the container's last lines name the assertion.",
  },
  137: {
    name: "SIGKILL, not sent by this action",
    remedy: "Somebody or something on the host killed it: look for the host's own out-of-memory killer.",
  },
  139: {
    name: "SIGSEGV",
    remedy: "A compiled extension crashed; it may be built for another torch or CUDA than the image has.",
  },
  143: {
    name: "SIGTERM, not sent by this action",
    remedy: "Somebody or something on the host stopped it.",
  },
};
