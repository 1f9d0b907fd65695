import type { Host } from "@mia/action-kit";
import { applyFixes, type FixOutcome, unifiedDiff } from "@mia/dockerfile";
import type { Finding } from "@mia/step-result";

export interface Mended {
  /** Changed files, by their path relative to the workspace. */
  files: ReadonlyMap<string, string>;
  /** The findings that were mended, in the order it was done. */
  applied: readonly Finding[];
  left: FixOutcome["skipped"];
  diff: string;
}

/**
 * Works out what the fixes of findings make of the files, in as many rounds as one fix needs to make room for another.
 * Nothing is written. `verifyAgain` says what is found in the files as a round leaves them.
 */
export async function mend(
  texts: ReadonlyMap<string, string>,
  findings: readonly Finding[],
  safety: "safe" | "unsafe",
  verifyAgain: (changed: ReadonlyMap<string, string>) => Promise<readonly Finding[]>,
  dockerfiles: ReadonlySet<string>,
): Promise<Mended> {
  const outcome = await applyFixes(texts, findings, {
    safety,
    verifyAgain,
    isDockerfile: (path) => dockerfiles.has(path),
  });
  const diffs = [...outcome.files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => unifiedDiff(path, texts.get(path) ?? "", text));
  return { files: outcome.files, applied: outcome.applied, left: outcome.skipped, diff: diffs.join("") };
}

/** Writes each changed file whole, and leaves its mode and links as they were. */
export async function writeMended(host: Host, { files }: Mended): Promise<void> {
  for (const [path, text] of files) await host.files.rewrite(path, text);
}
