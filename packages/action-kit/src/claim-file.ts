import { closeSync, linkSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { StepFailure } from "./step-failure.ts";

/**
 * Makes a file that only one process can make; false where another one holds it. A file older than `staleMs` was left behind by a process
 * that ended in between, and is taken over. Throws `invalid-input` where no file can be made.
 */
export function claimFile(name: string, shown: string, staleMs: number): boolean {
  try {
    if (isStale(name, staleMs)) takeAway(name, staleMs);
    const file = openSync(name, "wx", 0o600);
    writeSync(file, `${process.pid}\n`);
    closeSync(file);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    const remedy = `Check that files can be made in ${path.dirname(shown)}.`;
    const failure = {
      code: "invalid-input",
      message: `cannot make ${shown}: ${code ?? message}`,
      remedy,
    } as const;
    throw new StepFailure(failure, { cause: error });
  }
}

function isStale(name: string, staleMs: number): boolean {
  const there = statSync(name, { throwIfNoEntry: false });
  return there !== undefined && Date.now() - there.mtimeMs > staleMs;
}

/** By another name first: of two that found it stale, only one can move it, and what a third one has made anew is given back. */
function takeAway(name: string, staleMs: number): void {
  const aside = `${name}.${process.pid}.stale`;
  try {
    renameSync(name, aside);
    if (!isStale(aside, staleMs)) linkSync(aside, name);
  } catch {
    // Somebody else was first.
  }
  rmSync(aside, { force: true });
}
