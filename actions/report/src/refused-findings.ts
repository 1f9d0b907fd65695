import type { Finding } from "@mia/step-result";

const maxFindings = 200;

/** A file that should hold a record and does not: whatever it was to prove is not proven. */
export function refusedFindings(refused: readonly { path: string; problem: string }[]): Finding[] {
  return refused.slice(0, maxFindings).map(({ path, problem }) => ({
    rule: "result-unreadable",
    severity: "error",
    message: `This file should hold a record and cannot be used: ${problem}`.slice(0, 4000),
    remedy: "Write records with the actions of this version only, and delete files left from elsewhere.",
    locations: [{ file: path.slice(0, 4096), line: 1 }],
  }));
}
