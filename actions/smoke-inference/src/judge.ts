import { exitFailure } from "@mia/container";
import type { ParsedOutput } from "@mia/model-output";
import type { Failure } from "@mia/step-result";
import { type GivenCheckpoint, judgeCheckpoint } from "./judge-checkpoint.ts";
import { maxOutputBytes, type OutputFile } from "./read-output.ts";
import type { Ran } from "./run-container.ts";
import type { Limits } from "./until-ended.ts";

export type Facts = Ran &
  Limits & {
    output: OutputFile;
    parsed: ParsedOutput | undefined;
    gpuGiven: boolean;
    checkpointGiven: GivenCheckpoint | null;
  };

/** The verdict, or undefined for a pass. First match wins: what happened to the container explains what it left. */
export function judge(facts: Facts): Failure | undefined {
  const failure = ofContainer(facts) ?? ofOutput(facts);
  if (failure === undefined || failure.detail !== undefined) return failure;
  const detail = facts.lastLines.trim().slice(-8000);
  return detail === "" ? failure : { ...failure, detail };
}

function ofContainer(facts: Facts): Failure | undefined {
  const { container, parsed } = facts;
  if (!container.removed)
    return {
      code: "container-not-removed",
      message: `the container ${container.name} could not be removed`,
      remedy: `Look at it on the runner's host (docker inspect ${container.name}); a process stuck in the GPU driver needs a reset of the GPU.`,
    };
  if (facts.cancelled)
    return {
      code: "cancelled",
      message: "the run was cancelled; the container was killed and removed",
      remedy: "Run it again.",
    };
  if (container.timedOut) return timeout(facts);
  if (container.oomKilled) return exitFailure(container.exitCode ?? 137, true);
  if (container.exitCode === 0) return undefined;
  if (parsed?.kind === "refusal") return parsed.failure;
  if (container.exitCode !== null) return exitFailure(container.exitCode, false);
  return {
    code: "container-exit",
    message: "the engine does not say how the container ended",
    remedy: "The engine may have been restarted during the run; look at its log, then run again.",
  };
}

function timeout({ phase, timeoutSeconds, graceSeconds }: Facts): Failure {
  const where = phase === undefined ? "before it named a phase" : `in phase ${phase}`;
  return {
    code: "timeout",
    message: `the container did not end within ${timeoutSeconds} s and was ended ${where} (SIGTERM, then SIGKILL after ${graceSeconds} s)`,
    remedy:
      "The last lines in the detail say what it was doing. If it was only slow, raise the input timeout or smoke.timeoutSeconds in model.yaml.",
  };
}

function ofOutput({ output, parsed, gpuGiven, checkpointGiven }: Facts): Failure | undefined {
  if (output.kind === "missing")
    return {
      code: "output-missing",
      message: "the container ended with exit code 0 but wrote no output",
      remedy: "model_runtime must write the file named by --output; the last lines say what it did instead.",
    };
  if (output.kind === "too-large")
    return {
      code: "output-too-large",
      message: `the output has ${output.bytes} bytes; at most ${maxOutputBytes} are read`,
      remedy: "The model must write its result only, not intermediate tensors.",
    };
  if (output.kind === "refused")
    return {
      code: "output-invalid",
      message: `the output cannot be read: ${output.why}`,
      remedy: "model_runtime writes a regular file; something else in the image put this there.",
    };
  if (parsed === undefined) return undefined;
  if (parsed.kind !== "answer") return parsed.failure;
  if (gpuGiven && !parsed.answer.device.startsWith("cuda"))
    return {
      code: "gpu-missing",
      message: `a GPU was given, but the model ran on ${parsed.answer.device}`,
      remedy: "torch in the image may be built without CUDA; a pass on the CPU proves nothing about the GPU.",
    };
  return judgeCheckpoint(checkpointGiven, parsed.answer.checkpoint);
}
