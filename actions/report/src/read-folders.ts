import { type Host, type ReadRecords, readRecords } from "@mia/action-kit";
import type { StepResult } from "@mia/step-result";

export interface FoundRecords extends ReadRecords {
  /** Folders that are not there: what should have filled them left nothing. */
  absent: string[];
}

/** Reads the records of all folders. An earlier report is no evidence and is not read as such. */
export async function readFolders(host: Host, folders: readonly string[]): Promise<FoundRecords> {
  const found: FoundRecords = { records: [], refused: [], absent: [] };
  for (const folder of new Set(folders.map((name) => host.files.relative(name)))) {
    if ((await host.files.kind(folder)) !== "folder") {
      found.absent.push(folder);
      continue;
    }
    const { records, refused } = await readRecords(host.files, folder);
    found.records.push(...records.filter((record: StepResult) => record.step !== "report"));
    found.refused.push(...refused.map(({ path, problem }) => ({ path: host.files.relative(path), problem })));
  }
  return found;
}
