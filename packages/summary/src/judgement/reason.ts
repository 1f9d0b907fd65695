import type { StepResult } from "@mia/step-result";
import { clean } from "../text/clean.ts";
import { plural } from "../text/units.ts";
import { countOf } from "./tally.ts";

/** Enough to know the failure by; its issue, further down on every page, holds the whole message. */
const maxLength = 100;

/**
 * Why a record failed, ending the sentence it stands in: code and first line of the failure, or the first error where
 * findings decided.
 */
export function reasonOf({ failure, findings }: StepResult): string {
  const errors = countOf(findings, "error");
  const first = findings.find((finding) => finding.severity === "error");
  if (first && (failure === undefined || failure.code === "findings")) {
    const place = first.locations[0];
    const where = place ? `${errors > 1 ? "the first " : ""}at ${clean(place.file, 200)}:${place.line}` : "";
    return `${plural(errors, "error")}${where === "" ? "" : `, ${where}`}: ${firstLine(first.message)}`;
  }
  return failure ? `${failure.code}: ${firstLine(failure.message)}` : "it says failed without a reason.";
}

/** The first line with a full stop behind it, or the words of it that fit with three. */
function firstLine(text: string): string {
  const line = clean(text.split("\n", 1)[0] ?? "");
  if (line.length <= maxLength) return `${line.replace(/[.\s]+$/, "")}.`;
  const head = line.slice(0, maxLength);
  return `${head.replace(/\s+\S{0,40}$/, "").toWellFormed()}...`;
}
