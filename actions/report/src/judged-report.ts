import { StepFailure } from "@mia/action-kit";
import type { ReportResult, StepResult } from "@mia/step-result";
import { judge, verdictSentence, worstEvidence } from "@mia/summary";

/** What a report says of the records it read. */
export interface JudgedReport {
  verdict: "passed" | "failed" | "missing" | "skipped";
  sentence: string;
  rows: ReportResult["rows"];
  evidence: ReportResult["evidence"];
  replacedContexts: string[];
  /** Set where the change may not be merged. */
  failure?: StepFailure;
}

const maxRows = 1000;
const maxContexts = 50;

/** Judges records against the plan among them. `refused` counts the files that could not be read as records. */
export function judgedReport(records: readonly StepResult[], refused: number, places: string): JudgedReport {
  const judgement = judge(records);
  const sentence = verdictSentence(judgement, { planExpected: true, refused });
  const verdict = refused > 0 && judgement.verdict !== "missing" ? "failed" : judgement.verdict;
  const ofModels = judgement.models.flatMap((model) => model.records);
  const standIns = ofModels.filter((record) => record.evidence === "stand-in");
  const contexts = new Set(standIns.flatMap((record) => record.replacedContexts));
  const rows = judgement.models.map(({ model, verdict: ofModel, steps }) => ({
    model,
    verdict: ofModel,
    ...steps,
  }));
  return {
    verdict,
    sentence,
    rows: rows.slice(0, maxRows),
    evidence: worstEvidence(ofModels),
    replacedContexts: [...contexts].sort().slice(0, maxContexts),
    ...((verdict === "failed" || verdict === "missing") && {
      failure: failure(verdict, sentence, records.length, places),
    }),
  };
}

function failure(verdict: "failed" | "missing", message: string, found: number, places: string): StepFailure {
  const noRecords = `Nothing was found in ${places}: download the artifacts of the other jobs there, or name their folders in records.`;
  const missing = "Look at the jobs that left no result: cancelled, dead, or without their upload step.";
  const failed = "Follow the remedy of each failure on the page.";
  const remedy = found === 0 ? noRecords : verdict === "missing" ? missing : failed;
  return new StepFailure({
    code: verdict === "missing" ? "result-missing" : "result-failed",
    message,
    remedy,
  });
}
