import type {
  BuildResult,
  ExpectedStep,
  SmokeResult,
  StepResult,
  Verdict,
  VerifyResult,
} from "@mia/step-result";
import { whyUnknown, worstEvidence } from "../judgement/evidence.ts";
import type { JudgedModel, ModelRecord } from "../judgement/judge.ts";
import type { Objection } from "../judgement/objection.ts";
import { contextsOf } from "../judgement/stand-in.ts";
import { countOf } from "../judgement/tally.ts";
import { shareOf, shortChange } from "../text/change.ts";
import { count, duration, mebibytes, plural, size } from "../text/units.ts";
import type { Cell, Column, ColumnKey, Table } from "./view.ts";
import { verdictWord } from "./words.ts";

const labels: Record<ColumnKey, string> = {
  verify: "Verify",
  build: "Build",
  smoke: "Smoke",
  context: "Context kept",
  image: "Image",
  memory: "GPU peak",
  evidence: "Evidence",
};

/** One row a model. Columns that no row can fill are left out, so that one step's summary stays narrow. */
export function modelTable(models: readonly JudgedModel[]): Table {
  const keys = (Object.keys(labels) as ColumnKey[]).filter((key) =>
    models.some((model) => isFilled(key, model)),
  );
  const columns = keys.map((key): Column => ({ key, label: labels[key] }));
  const rows = models.map((judged) => ({
    model: judged.model,
    verdict: judged.verdict,
    cells: keys.map((key) => cell(key, judged)),
  }));
  return { columns, rows };
}

const columnStep = {
  verify: "verify",
  context: "verify",
  build: "build",
  image: "build",
  smoke: "smoke",
  memory: "smoke",
} as const;

function isFilled(key: ColumnKey, { steps, records }: JudgedModel): boolean {
  if (key === "context" && records.some((record) => record.step === "build" && record.context)) return true;
  return key === "evidence" || steps[columnStep[key]] !== "not-planned";
}

function cell(key: ColumnKey, { steps, records, objections }: JudgedModel): Cell {
  const of = <S extends StepResult["step"]>(step: S): Extract<ModelRecord, { step: S }> | undefined =>
    records.find((record) => record.step === step) as never;
  switch (key) {
    case "verify":
      return objected(objections, "verify") ?? step(steps.verify, of("verify"), verifyNote);
    case "build":
      return objected(objections, "build") ?? step(steps.build, of("build"), buildNote);
    case "smoke":
      return objected(objections, "smoke") ?? step(steps.smoke, of("smoke"), smokeNote);
    case "context":
      return contextCell(of("verify"), of("build"));
    case "image":
      return imageCell(of("build"));
    case "memory":
      return memoryCell(of("smoke"));
    case "evidence":
      return evidenceCell(records);
  }
}

const none: Cell = { text: "–" };

function objected(objections: readonly Objection[], key: ExpectedStep): Cell | undefined {
  const own = objections.find((objection) => objection.step === key);
  return own && { text: verdictWord.failed, verdict: "failed", more: own.name };
}

function step<R extends StepResult>(
  verdict: Verdict,
  record: R | undefined,
  note: (record: R) => string,
): Cell {
  if (verdict === "not-planned") return none;
  const more = record === undefined ? "" : note(record);
  return { text: verdictWord[verdict], verdict, ...(more !== "" && { more }) };
}

function failureOr(record: StepResult, text: string): string {
  const { status, failure } = record;
  return status === "failed" && failure && failure.code !== "findings" ? failure.code : text;
}

function verifyNote(record: VerifyResult): string {
  const errors = countOf(record.findings, "error");
  const warnings = countOf(record.findings, "warning");
  const parts = [errors > 0 ? plural(errors, "error") : "", warnings > 0 ? plural(warnings, "warning") : ""];
  const found = parts.filter((part) => part !== "").join(", ");
  return failureOr(record, found);
}

/** The share from cache is told where the record measured its build. */
function buildNote(record: BuildResult): string {
  const { status, steps, phases, lock, provenBy } = record;
  if (status === "skipped" && provenBy !== undefined) return `proven by ${provenBy.slice(0, 19)}`;
  const parts = [
    duration(record.durationMs),
    phases && steps && steps.cached > 0 ? `${shareOf(steps.cached, steps.total)} cached` : "",
    lock?.state === "drifted" || lock?.state === "incomplete" ? `lock ${lock.state}` : "",
  ];
  return failureOr(record, parts.filter((part) => part !== "").join(", "));
}

function smokeNote(record: SmokeResult): string {
  const seen = record.predictions
    .map((prediction) => `${prediction.family}: ${count(prediction.count)}`)
    .join(", ");
  return failureOr(record, seen === "" ? duration(record.durationMs) : seen);
}

function contextCell(verify: VerifyResult | undefined, build: BuildResult | undefined): Cell {
  const { keptBytes, treeBytes } = verify?.context ?? {
    keptBytes: build?.context?.kept.bytes,
    treeBytes: build?.context?.tree.bytes,
  };
  return keptBytes === undefined ? none : { text: `${size(keptBytes)} of ${size(treeBytes)}` };
}

/**
 * What the registry weighs it at, where the record knows, with the change; else what the engine says. A pushed image has
 * a digest but no size of the engine, which never held it.
 */
function imageCell(record: BuildResult | undefined): Cell {
  const digest = record?.digest?.slice(0, 19);
  if (record?.sizes) {
    const { compressedBytes, previous } = record.sizes;
    const change = previous ? shortChange(previous.compressedBytes, compressedBytes) : undefined;
    const more = ["compressed", change, digest].filter((part) => part !== undefined).join(", ");
    return { text: size(compressedBytes), more };
  }
  if (!record || record.sizeBytes === null) return digest === undefined ? none : { text: digest };
  return { text: size(record.sizeBytes), ...(digest !== undefined && { more: digest }) };
}

function memoryCell(record: SmokeResult | undefined): Cell {
  if (!record) return none;
  if (!record.gpu)
    return record.usage?.peakMiB == null ? { text: "no GPU" } : { text: mebibytes(record.usage.peakMiB) };
  const peak = record.usage?.peakMiB;
  return { text: peak == null ? "not measured" : mebibytes(peak), more: record.gpu.name };
}

/** The worst evidence of a row speaks for it, with the reason. */
function evidenceCell(records: readonly ModelRecord[]): Cell {
  if (records.length === 0) return none;
  const evidence = worstEvidence(records);
  if (evidence === "real") return { text: evidence };
  const of = records.filter((record) => record.evidence === evidence);
  const reason =
    evidence === "stand-in"
      ? `${contextsOf(of)} replaced`
      : of.map((record) => `${record.step}: ${whyUnknown(record)}`).join("; ");
  return { text: evidence, more: reason, evidence };
}
