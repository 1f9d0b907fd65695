import type { PhaseName } from "@mia/step-result";

/** First row that matches. The names are BuildKit's and its frontend's, as seen in fixtures/build. */
const phases: readonly (readonly [RegExp, PhaseName])[] = [
  [
    /^\[(?:internal|context [^\]]{1,300})\] load (?:build definition|\.dockerignore|build context|from client)/,
    "context",
  ],
  [/^\[(?:internal|context [^\]]{1,300})\] load metadata for /, "pull"],
  [/^resolve image config for /, "pull"],
  [/^(?:docker-image|oci-layout|https?|git|ssh):\/\//, "pull"],
  [/^\[[^\]]{1,300}\] (?:FROM|(?:docker-image|oci-layout|https?|git|ssh):\/\/)/i, "pull"],
  [/^\[[^\]]{1,300}\] ADD (?:--\S{1,100} ){0,8}(?:(?:https?|git|ssh):\/\/|git@)/i, "pull"],
  [/^\[[^\]]{1,300}\] RUN\b/i, "run"],
  [/^\[[^\]]{1,300}\] (?:COPY|ADD)\b/i, "copy"],
  [/^importing cache manifest from /, "cache-import"],
  [/^(?:exporting cache to|preparing layers for inline cache)/, "cache-export"],
  [/^(?:exporting to |copying files|sending tarball)/, "export"],
  [/^pushing /, "push"],
];

/** The phase a step of BuildKit belongs to, by its name. WORKDIR, [auth] and what nobody knows is `other`. */
export function phaseOfStep(name: string): PhaseName {
  const start = name.slice(0, 500);
  return phases.find(([pattern]) => pattern.test(start))?.[1] ?? "other";
}

/**
 * The phase of a part of a step, where it is another than the step's own: an export pushes, and a step taken from a
 * registry's cache fetches its layers when somebody needs them, under the name of the instruction that once made them.
 */
export function phaseOfStatus(id: string, step: PhaseName): PhaseName | undefined {
  if (step === "export") return /^pushing (?:layers|manifest)/.test(id) ? "push" : undefined;
  if (step === "pull" || step === "context") return undefined;
  return /^(?:extracting )?sha256:/.test(id) && step !== "cache-export" ? "cache-import" : undefined;
}
