import { closest } from "@mia/catalog";
import type { Failure, StepResult } from "@mia/step-result";
import type { Action, Outcome } from "./action.ts";
import type { Host } from "./host.ts";
import { type InputShape, parseInputs, type RawInputs } from "./inputs.ts";
import { makeResultsFolder, writeRecords } from "./records.ts";
import { failureOf, isUsageFailure, StepFailure } from "./step-failure.ts";

/** What became of one run, for a door to show. */
export interface Performance {
  /** 0: all well. 1: findings or a failure. 2: the caller's input could not be used. */
  exitCode: 0 | 1 | 2;
  records: StepResult[];
  /** The records to show to people; a report shows those it read. */
  summary: StepResult[];
  outputs: Record<string, string>;
  files: string[];
  source?: Outcome["source"];
  inDiff?: Outcome["inDiff"];
  print?: string;
  /** A failure before any record could be made. */
  failure?: Failure;
  /** What is wrong with the inputs, one entry an input. */
  inputProblems: { input: string; message: string }[];
}

/** Parse all inputs, run, write the records: the part both doors share. Never throws. */
export async function perform<S extends InputShape>(
  action: Action<S>,
  raw: RawInputs,
  host: Host,
): Promise<Performance> {
  const unknown = unknownInputs(action, raw);
  const parsed = parseInputs(action.inputs, raw);
  const inputProblems = [...unknown, ...(parsed.ok ? [] : parsed.problems)];
  const nothing = { records: [], summary: [], outputs: { status: "failed" }, files: [], inputProblems };
  if (!parsed.ok || inputProblems.length > 0) return { ...nothing, exitCode: 2 };
  const folder = String((parsed.values as Record<string, unknown>)["results-dir"]);
  try {
    // Before the run: a build that took an hour must not end at a folder that cannot be written.
    await makeResultsFolder(host.files, folder);
    const outcome = await action.run(parsed.values, host);
    const { records, summary = records, outputs = {}, files = [], source, print, inDiff } = outcome;
    const failure = await writeRecords(host.files, folder, records);
    const exitCode = failure ? 1 : exitCodeOf(records);
    const status = exitCode === 0 ? "passed" : "failed";
    return {
      exitCode,
      records,
      summary,
      outputs: { status, "results-dir": folder, ...outputs },
      files,
      inputProblems,
      ...(source && { source }),
      ...(inDiff && { inDiff }),
      ...(print !== undefined && { print }),
      ...(failure && { failure }),
    };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (!(thrown instanceof StepFailure)) host.log.warn(String((thrown as Error)?.stack ?? thrown));
    return { ...nothing, exitCode: isUsageFailure(failure.code) ? 2 : 1, failure };
  }
}

function exitCodeOf(records: StepResult[]): 0 | 1 | 2 {
  const failed = records.filter((record) => record.status === "failed");
  if (failed.length === 0) return 0;
  return failed.every((record) => isUsageFailure(record.failure?.code)) ? 2 : 1;
}

function unknownInputs<S extends InputShape>(
  action: Action<S>,
  raw: RawInputs,
): Performance["inputProblems"] {
  const known = Object.keys(action.inputs.shape);
  return Object.keys(raw)
    .filter((name) => !known.includes(name))
    .map((input) => {
      const near = closest(input, known);
      return { input, message: `is not an input of ${action.name}${near ? `; did you mean ${near}?` : ""}` };
    });
}
