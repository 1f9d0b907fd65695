import type { BuildResult, PlanResult, SmokeResult, StepResult, VerifyResult } from "@mia/step-result";
import { clean } from "../text/clean.ts";
import { names } from "../text/names.ts";
import { count, duration, mebibytes, percentiles, plural, size } from "../text/units.ts";
import { isProvenSkip } from "./proven-skip.ts";
import { reasonOf } from "./reason.ts";
import { contextsOf } from "./stand-in.ts";
import { stepName } from "./subject.ts";
import { countOf } from "./tally.ts";

/** The sentence over one record alone, as the summary of a single step shows it. */
export function singleSentence(record: StepResult): string {
  const what = stepName(record);
  if (record.status === "failed") return `Failed: ${what}, ${reasonOf(record)}${standInTail(record)}`;
  if (isProvenSkip(record))
    return `Skipped: ${what}, since the registry already holds it (${record.provenBy.slice(0, 19)})${standInTail(record) || "."}`;
  if (record.status === "skipped") return `Skipped: ${what}, so nothing is proven.`;
  if (record.step === "plan") return planned(record);
  const said = `${what}, ${achievement(record)}`;
  if (record.evidence === "real") return `Passed: ${said}.`;
  if (record.evidence === "unknown")
    return `Passed, but nothing says whether the image is the real one: ${said}.`;
  return `Passed, but this proves only the plumbing, not the real image (${contextsOf([record])} replaced): ${said}.`;
}

/** What was replaced stands in the note below; after a failure the word alone is enough. */
function standInTail({ evidence }: StepResult): string {
  return evidence === "stand-in" ? " evidence: stand-in." : "";
}

function planned({ models, expects }: PlanResult): string {
  if (models.length === 0) return "Planned: 0 models, so nothing has to run.";
  const steps = expects.length > 0 ? `; each must leave a record of ${names(expects)}` : "";
  return `Planned: ${plural(models.length, "model")} (${names(models.map(({ slug }) => slug))})${steps}.`;
}

function achievement(record: StepResult): string {
  switch (record.step) {
    case "verify":
      return verified(record);
    case "build":
      return built(record);
    case "smoke":
      return answered(record);
    case "lock":
      return `${record.lock ? `${record.lock.state}, ` : ""}${plural(record.entries.length, "locked thing")}`;
    default:
      return `in ${duration(record.durationMs)}`;
  }
}

function verified({ rules, findings }: VerifyResult): string {
  const warnings = countOf(findings, "warning");
  const found = warnings > 0 ? plural(warnings, "warning") : "no error and no warning";
  return `${found} from ${plural(rules.length, "rule")}`;
}

function built({ digest, sizeBytes, sizes, durationMs, target }: BuildResult): string {
  const which = digest === null ? "no digest, since nothing was exported" : `${digest.slice(0, 19)}`;
  const own = sizeBytes === null ? "" : `, ${size(sizeBytes)}`;
  const weight = sizes ? `, ${size(sizes.compressedBytes)} compressed` : own;
  return `target ${clean(target, 60)} in ${duration(durationMs)}, ${which}${weight}`;
}

function answered({ predictions, latenciesMs, gpu, usage }: SmokeResult): string {
  const times = percentiles(latenciesMs);
  const parts = [
    predictions.map(({ family, count: found }) => `${clean(family, 60)}: ${count(found)}`).join(" and "),
    times ? `p50 ${duration(times.p50)}` : "",
    gpu ? `on ${clean(gpu.name, 60)}` : "without a GPU",
    usage?.peakMiB == null ? "" : `peak ${mebibytes(usage.peakMiB)}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}
