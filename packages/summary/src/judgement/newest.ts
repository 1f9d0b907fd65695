import type { StepResult } from "@mia/step-result";
import { stepName } from "./subject.ts";

/**
 * The newest record of each step and model, in the order they were given. Within one workflow run the highest attempt
 * wins, since a re-run starts later but may run on a machine with another clock; between runs the later start wins.
 */
export function newestRecords(records: readonly StepResult[]): StepResult[] {
  const newest = new Map<string, StepResult>();
  for (const [key, sameStep] of groupBy(records, stepName)) {
    const runs = groupBy(sameStep, (record) => record.origin?.runId ?? "");
    const ofRuns = [...runs.values()].map((run) => latest(run, isLaterAttempt));
    newest.set(key, latest(ofRuns, startedLater));
  }
  return [...newest.values()];
}

function isLaterAttempt(a: StepResult, b: StepResult): boolean {
  const [first, second] = [a.origin?.runAttempt ?? 1, b.origin?.runAttempt ?? 1];
  return first === second ? startedLater(a, b) : first > second;
}

function startedLater(a: StepResult, b: StepResult): boolean {
  return Date.parse(a.startedAt) >= Date.parse(b.startedAt);
}

function latest(records: StepResult[], isLater: (a: StepResult, b: StepResult) => boolean): StepResult {
  return records.reduce((best, record) => (isLater(record, best) ? record : best));
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
