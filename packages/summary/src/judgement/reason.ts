import type { StepResult } from "@mia/step-result";
import { clean, cut } from "../text/clean.ts";
import { plural } from "../text/units.ts";
import { countOf } from "./tally.ts";

/** Why a record failed, in the words of a sentence: the first error where findings decided, else the failure. */
export function reasonOf({ failure, findings }: StepResult, max = 140): string {
  const errors = countOf(findings, "error");
  const first = findings.find((finding) => finding.severity === "error");
  if (first && (failure === undefined || failure.code === "findings")) {
    const place = first.locations[0];
    const where = place ? `${errors > 1 ? "the first " : ""}at ${clean(place.file, 200)}:${place.line}` : "";
    return `${plural(errors, "error")}${where === "" ? "" : `, ${where}`}: ${short(first.message, max)}`;
  }
  return failure ? `${failure.code}: ${short(failure.message, max)}` : "it says failed without a reason";
}

/** The first line of a text without its full stop, since the sentence around it brings its own. */
function short(text: string, max: number): string {
  const line = clean(text.split("\n", 1)[0] ?? "", 4000);
  return cut(line, max).replace(/[.\s]+$/, "");
}
