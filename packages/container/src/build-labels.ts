import type { Evidence } from "@mia/step-result";

/** The build context that carries the Python package which runs inside every image; it replaces no stage. */
export const runtimeContextName = "model-runtime";

export const labelNames = {
  model: "org.model-image-actions.model",
  evidence: "org.model-image-actions.evidence",
  replacedContexts: "org.model-image-actions.replaced-contexts",
  /** On the image of a stand-in, and by inheritance on every image built from it: the part it stands in for. */
  standIn: "org.model-image-actions.stand-in",
} as const;

/**
 * Names of the contexts that stand in place of a part of the Dockerfile, sorted. Any name but the runtime's counts:
 * a context replaces a stage, or an image named in FROM or COPY, and either way the image is no longer what its
 * Dockerfile says.
 */
export function replacedContextNames(contexts: readonly { name: string }[]): string[] {
  return [...new Set(contexts.map(({ name }) => name).filter((name) => name !== runtimeContextName))].sort();
}

/** True where build-image could have written the name into a record or a label: `base`, `arg:BASE`, `env:NAME`. */
export function isReplacedName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9._/:@-]{0,199}$/.test(name);
}

/** Labels of an image: which model it is, and whether it is the real one, so that nobody has to take our word. */
export function imageLabels(model: string, replaced: readonly string[]): Record<string, string> {
  const evidence: Evidence = replaced.length === 0 ? "real" : "stand-in";
  return {
    [labelNames.model]: model,
    [labelNames.evidence]: evidence,
    [labelNames.replacedContexts]: replaced.join(","),
  };
}
