import type { BuildResult, ExpectedStep, SmokeResult } from "@mia/step-result";
import { isProvenSkip } from "./proven-skip.ts";
import type { ModelRecord } from "./subject.ts";

/** Why a step counts as failed although its own record does not say so: only what stands beside it tells. */
export interface Objection {
  step: ExpectedStep;
  name: "other-image" | "promise-skipped";
  /** One line, short enough for the verdict's sentence. */
  gist: string;
  message: string;
  remedy: string;
}

/** What the records of one model, each step once, say against each other and against the plan's promise. */
export function objectionsTo(
  records: readonly ModelRecord[],
  promised: readonly ExpectedStep[],
): Objection[] {
  const build = records.find((record) => record.step === "build");
  const smoke = records.find((record) => record.step === "smoke");
  const skipped = promised.filter((step) =>
    records.some((record) => record.step === step && record.status === "skipped" && !isProvenSkip(record)),
  );
  return [
    ...(build && smoke && ranOther(build, smoke) ? [otherImage(build, smoke)] : []),
    ...skipped.map(promiseSkipped),
  ];
}

/**
 * The record as it counts. The cause it gives itself stays: a skipped step may say why, a failed one knows better.
 */
export function withObjections(record: ModelRecord, objections: readonly Objection[]): ModelRecord {
  const own = objections.find(({ step }) => step === record.step);
  if (!own || record.status === "failed") return record;
  const failure = record.failure ?? { code: "result-failed", message: own.gist, remedy: own.remedy };
  return { ...record, status: "failed", failure };
}

/**
 * Docker's containerd image store names an image by the digest of its manifest or index, the classic store by that of
 * its configuration. The configuration behind an index is not in the build's record, so that a classic engine that
 * pulled `name@digest` reports an id nobody can compare: there the reference itself is the proof.
 */
function ranOther(
  { digest, imageDigest, configDigest, provenBy }: BuildResult,
  { status, image, imageId }: SmokeResult,
): boolean {
  const served = [digest, imageDigest, provenBy].filter((known) => known != null);
  const built = [...served, ...(configDigest === null ? [] : [configDigest])];
  if (status === "skipped" || imageId === null || built.length === 0) return false;
  if (built.includes(imageId)) return false;
  return !served.some((known) => image.endsWith(`@${known}`));
}

function otherImage({ digest, configDigest, provenBy }: BuildResult, { imageId }: SmokeResult): Objection {
  const gist = "the smoke run used another image than the one that was built";
  const built = [
    digest === null ? short(provenBy ?? "") : short(digest),
    configDigest === null || configDigest === digest ? "" : `configuration ${short(configDigest)}`,
  ].filter((part) => part !== "");
  return {
    step: "smoke",
    name: "other-image",
    gist,
    message: `${gist}: it ran ${short(imageId ?? "")}, built was ${built.join(", ")}`,
    remedy:
      "Pass the output image-ref of build-image to the input image of smoke-inference, and run it again.",
  };
}

function promiseSkipped(step: ExpectedStep): Objection {
  const gist = "the plan promised this step, but it was skipped";
  const remedy =
    "Let the step run, or take it out of the input expects of plan-matrix where nothing shall promise it.";
  return { step, name: "promise-skipped", gist, message: `${gist}: nothing is proven by it`, remedy };
}

/** The algorithm and twelve digits, as other tables of this page show a digest. */
function short(digest: string): string {
  return digest.slice(0, 19);
}
