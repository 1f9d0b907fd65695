import type { Failure } from "@mia/step-result";
import type { RawRefusal } from "./raw-output.ts";

/** Failure codes of model_runtime that have a code of their own in a record; any other is the container's. */
const codes: Record<string, { code: Failure["code"]; remedy: string }> = {
  "checkpoint-missing": { code: "checkpoint-missing", remedy: "Give the file in the input checkpoint." },
  "gpu-missing": {
    code: "gpu-missing",
    remedy:
      "torch in the container sees no GPU: check the NVIDIA container toolkit, and that torch is built for CUDA.",
  },
  "gpu-out-of-memory": {
    code: "out-of-memory",
    remedy:
      "The GPU's memory was full: run on a larger or an idle GPU, and correct gpu.memoryMiB in model.yaml.",
  },
  "gpu-unsupported": {
    code: "gpu-incompatible",
    remedy:
      "A kernel was not built for this GPU: correct the arch list of the build and gpu.computeCapability in model.yaml.",
  },
};

const checkpointCodes = /^checkpoint-/;

/** The failure that a run's own failure record stands for. The container wrote it, so it is quoted, never trusted. */
export function runtimeFailure({ failure }: RawRefusal): Failure {
  const known = Object.hasOwn(codes, failure.code) ? codes[failure.code] : undefined;
  const message = `${failure.code} in phase ${failure.phase}: ${failure.message}`.slice(0, 4000);
  if (known) return { ...known, message };
  if (checkpointCodes.test(failure.code))
    return {
      code: "checkpoint-unreadable",
      message,
      remedy:
        "Give the checkpoint that belongs to this model and config, whole and readable for the container's user.",
    };
  return {
    code: "container-exit",
    message,
    remedy: "The message is the model runtime's own; the container's last lines in the detail say more.",
  };
}
