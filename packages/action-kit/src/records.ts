import { isResultFileName, parseStepResult, resultFileName, type StepResult } from "@mia/step-result";
import type { Files } from "./host.ts";

/** Far above any honest record; an artifact can come from anywhere. */
export const maxRecordBytes = 8 * 1024 * 1024;

/** Writes a record under its own name and returns the path. */
export async function writeRecord(files: Files, folder: string, record: StepResult): Promise<string> {
  const ignore = `${folder}/.gitignore`;
  // Records are not part of the repository they speak of.
  if (!(await files.exists(ignore))) await files.write(ignore, "*\n");
  const path = `${folder}/${resultFileName(record)}`;
  await files.write(path, `${JSON.stringify(record, null, 2)}\n`);
  return path;
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
    const parsed = parseStepResult(JSON.parse(text));
    if (parsed.ok) found.records.push(parsed.result);
    else found.refused.push({ path, problem: parsed.problem });
  } catch (error) {
    found.refused.push({ path, problem: (error as Error).message });
  }
}
