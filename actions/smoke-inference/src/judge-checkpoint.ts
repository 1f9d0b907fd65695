import type { Failure, LoadedCheckpoint } from "@mia/step-result";

/** The weights file that the run was given. */
export interface GivenCheckpoint {
  bytes: number;
  /** What model.yaml says the file must be; null where it does not know. */
  sha256: string | null;
}

/** A failure where the model does not say that it loaded just the file it was given: a pass would be of other weights. */
export function judgeCheckpoint(
  given: GivenCheckpoint | null,
  loaded: LoadedCheckpoint | null,
): Failure | undefined {
  if (given === null) return undefined;
  if (loaded === null)
    return unreadable(
      "a checkpoint was given, but the model ran on random weights",
      "The image must load the file named by --model-path and report it; rebuild it with the model_runtime of this repository.",
    );
  if (loaded.bytes !== given.bytes)
    return unreadable(
      `the model loaded ${loaded.bytes} bytes, but the checkpoint given has ${given.bytes}`,
      "The image loads another file than the one named by --model-path, or the file changed during the run.",
    );
  if (given.sha256 !== null && loaded.sha256 !== given.sha256)
    return unreadable(
      `the checkpoint has the SHA-256 ${loaded.sha256}, but model.yaml asks for ${given.sha256}`,
      "Download it again from checkpoint.url in model.yaml; if upstream published new weights, correct checkpoint.sha256.",
    );
  return undefined;
}

function unreadable(message: string, remedy: string): Failure {
  return { code: "checkpoint-unreadable", message, remedy };
}
