import type { Finding } from "@mia/step-result";
import { fixRound, type SkippedFix } from "./fix-round.ts";

export interface FixOptions {
  /** `safe` leaves fixes alone that a person must look at; `unsafe` applies both. */
  safety: "safe" | "unsafe";
  /** What is found in the files as they are now; without it there is one round, and what waits for a second is skipped. */
  verifyAgain?: (files: ReadonlyMap<string, string>) => readonly Finding[] | Promise<readonly Finding[]>;
  /** Which files are read again as Dockerfiles after each round; by default those that have the name of one. */
  isDockerfile?: (path: string) => boolean;
}

export interface FixOutcome {
  /** The files that changed. */
  files: Map<string, string>;
  applied: Finding[];
  /** What had a fix that was not applied, and in half a sentence why. */
  skipped: SkippedFix[];
  /** False where the last round allowed still changed something. */
  settled: boolean;
}

/** Fixes that mend each other's work in turns must end somewhere. */
const maxRounds = 10;

/**
 * Applies the fixes of findings. The edits of a fix are done all or none. Of fixes that overlap, the one of the worst
 * finding, then the first in its file, is done; the others wait for the next round, which begins with `verifyAgain`.
 */
export async function applyFixes(
  files: ReadonlyMap<string, string>,
  findings: readonly Finding[],
  { safety, verifyAgain, isDockerfile }: FixOptions,
): Promise<FixOutcome> {
  const now = new Map(files);
  const applied: Finding[] = [];
  let current = findings;
  for (let round = 1; ; round++) {
    const outcome = fixRound(now, current, safety, isDockerfile);
    for (const [path, text] of outcome.files) now.set(path, text);
    applied.push(...outcome.applied);
    const settled = outcome.applied.length === 0;
    if (settled || verifyAgain === undefined || round === maxRounds) {
      const changed = [...now].filter(([path, text]) => files.get(path) !== text);
      return { files: new Map(changed), applied, skipped: outcome.skipped, settled: settled || !verifyAgain };
    }
    current = await verifyAgain(now);
  }
}
