import type { StepResult } from "@mia/step-result";

export interface SummaryOptions {
  /** The largest size of the text in UTF-8 bytes. */
  maxBytes: number;
  /** What went wrong before any record could be made. */
  problems?: string[];
}

/** Markdown for a job summary. */
export function renderSummary(records: readonly StepResult[], options: SummaryOptions): string {
  return `${records.length} ${options.problems?.join("\n") ?? ""}\n`;
}
