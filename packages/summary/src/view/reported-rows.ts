import type { ReportResult } from "@mia/step-result";
import type { Cell, Table } from "./view.ts";
import { verdictWord } from "./words.ts";

/** The table of a report whose records are not at hand, from what it remembers of them. */
export function reportedRows({ rows }: ReportResult): Table | null {
  if (rows.length === 0) return null;
  const keys = ["verify", "build", "smoke"] as const;
  const labels = { verify: "Verify", build: "Build", smoke: "Smoke" };
  return {
    columns: keys.map((key) => ({ key, label: labels[key] })),
    rows: rows.map((row) => ({
      model: row.model,
      verdict: row.verdict,
      cells: keys.map((key): Cell => {
        const verdict = row[key];
        return verdict === "not-planned" ? { text: "–" } : { text: verdictWord[verdict], verdict };
      }),
    })),
  };
}
