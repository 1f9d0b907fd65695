import type { Evidence, StepResult } from "@mia/step-result";
import { names } from "../text/names.ts";
import { stepName } from "./subject.ts";

const order: readonly Evidence[] = ["stand-in", "unknown", "real"];

/** The weakest of several: a stand-in anywhere outweighs what is not known, and that outweighs what is real. */
export function worstEvidence(records: readonly Pick<StepResult, "evidence">[]): Evidence {
  return order.find((evidence) => records.some((record) => record.evidence === evidence)) ?? "real";
}

/** A step that passed without anything saying whether it saw the real image; one that did not pass proves nothing anyhow. */
export function isUnproven({ status, evidence }: Pick<StepResult, "status" | "evidence">): boolean {
  return status === "passed" && evidence === "unknown";
}

/** Why nothing is known. A failed smoke may have looked for the image's label or not: its record does not tell. */
export function whyUnknown({ status, step, failure }: StepResult): string {
  if (failure?.code === "result-failed") return "it was skipped or ran another image";
  if (status === "skipped") return "it was skipped";
  if (status === "passed") return "nothing says how its image was built";
  return step === "smoke"
    ? "nothing said how its image was built before it failed"
    : "it failed before it could look";
}

/** What to say of passed steps whose evidence is unknown, in at most one text. */
export function unknownNotes(records: readonly StepResult[]): string[] {
  const unproven = records.filter((record) => isUnproven(record) && record.step !== "report");
  if (unproven.length === 0) return [];
  const who = names(unproven.map(stepName), 12);
  const why =
    unproven.length === 1
      ? "nothing says how its image was built; it was not built by build-image"
      : "nothing says how their images were built; they were not built by build-image";
  return [`evidence: unknown for ${who}: ${why}.`];
}
