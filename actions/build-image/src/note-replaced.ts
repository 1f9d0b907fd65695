import type { BuildResult } from "@mia/step-result";

/** Takes down what stands in for a part of the image, which makes the whole a stand-in. */
export function noteReplaced(draft: BuildResult, names: readonly string[]): void {
  if (names.length === 0) return;
  draft.evidence = "stand-in";
  // No more than a record holds. A stand-in stays one, however many of its parts are named.
  draft.replacedContexts = [...new Set([...draft.replacedContexts, ...names])].sort().slice(0, 50);
}
