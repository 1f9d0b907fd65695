import type { BaselineEntry, VerifyBaseline } from "@mia/step-result";
import { compareEntries } from "./baseline-file.ts";

export interface MergedBaseline {
  baseline: VerifyBaseline;
  /** Entries of what is found now. */
  written: number;
  /** Entries that this run can say nothing of. */
  kept: number;
  /** Entries that nothing found agrees with any more. */
  dropped: number;
}

/** A baseline written anew, with the entries of the former one that `covers` says this run could not have found. */
export function mergeBaseline(
  former: readonly BaselineEntry[],
  fresh: VerifyBaseline,
  covers: (entry: BaselineEntry) => boolean,
): MergedBaseline {
  const kept = former.filter((entry) => !covers(entry));
  const again = new Map<string, number>();
  for (const entry of fresh.findings) again.set(keyOf(entry), (again.get(keyOf(entry)) ?? 0) + 1);
  let dropped = 0;
  for (const entry of former) {
    if (!covers(entry)) continue;
    const left = again.get(keyOf(entry)) ?? 0;
    if (left === 0) dropped += 1;
    else again.set(keyOf(entry), left - 1);
  }
  const findings = [...fresh.findings, ...kept].sort(compareEntries);
  return {
    baseline: { ...fresh, findings },
    written: fresh.findings.length,
    kept: kept.length,
    dropped,
  };
}

function keyOf({ rule, file, fingerprint }: BaselineEntry): string {
  return `${fingerprint} ${rule} ${file}`;
}
