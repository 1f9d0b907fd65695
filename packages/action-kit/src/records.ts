import { type Failure, isResultFileName, resultFileName, type StepResult } from "@mia/step-result";
import type { Files } from "./host.ts";
import { StepFailure } from "./step-failure.ts";

/** Far above any honest record; an artifact can come from anywhere, and checking one costs time by the byte. */
export const maxRecordBytes = 2 * 1024 * 1024;

/** Makes the folder for records. Throws `invalid-input` where that cannot be: it is a file, or may not be written. */
export async function makeResultsFolder(files: Files, folder: string): Promise<void> {
  try {
    await files.makeFolder(folder);
    // Records are not part of the repository they speak of.
    const ignore = `${folder}/.gitignore`;
    if (!(await files.exists(ignore))) await files.write(ignore, "*\n");
  } catch (error) {
    throw new StepFailure(
      {
        code: "invalid-input",
        message: `results-dir ${folder} cannot be used: ${(error as Error).message}`,
        remedy: "Name a folder that is there or can be made, and that may be written to.",
      },
      { cause: error },
    );
  }
}

/** Writes each record under its own name. What cannot be written is a failure to show, not a reason to lose the rest. */
export async function writeRecords(
  files: Files,
  folder: string,
  records: readonly StepResult[],
): Promise<Failure | undefined> {
  const problems: string[] = [];
  for (const record of records) {
    const name = resultFileName(record);
    try {
      await files.write(`${folder}/${name}`, `${JSON.stringify(record, null, 2)}\n`);
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`);
    }
  }
  if (problems.length === 0) return undefined;
  const message = `the records could not be written: ${problems.join("; ")}`.slice(0, 4000);
  return { code: "results-unwritable", message, remedy: `Free space or mend the permissions of ${folder}.` };
}

export interface ReadRecords {
  records: StepResult[];
  /** Files that look like records and are none, each with the reason. */
  refused: { path: string; problem: string }[];
}

/**
 * Reads every record below `folder`: its own files, and those of artifacts one folder down (download-artifact
 * makes a folder per artifact). Links are not followed; what does not parse is reported, not thrown.
 */
export async function readRecords(files: Files, folder: string): Promise<ReadRecords> {
  const found: ReadRecords = { records: [], refused: [] };
  const folders = [folder];
  for (const entry of await files.list(folder)) {
    if (entry.kind === "folder") folders.push(`${folder}/${entry.name}`);
  }
  for (const place of folders) {
    for (const entry of await files.list(place)) {
      if (isResultFileName(entry.name)) await readInto(found, files, `${place}/${entry.name}`);
    }
  }
  return found;
}

async function readInto(found: ReadRecords, files: Files, path: string): Promise<void> {
  try {
    const text = await files.read(path, { maxBytes: maxRecordBytes, followLinks: false });
    // Building the schemas of all records takes longer than most actions run; only who reads records needs them.
    const { parseStepResult } = await import("@mia/step-result/parse");
    const parsed = parseStepResult(JSON.parse(text));
    if (parsed.ok) found.records.push(parsed.result);
    else found.refused.push({ path, problem: parsed.problem });
  } catch (error) {
    found.refused.push({ path, problem: (error as Error).message });
  }
}
