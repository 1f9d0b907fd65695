import { type Host, StepFailure } from "@mia/action-kit";
import { type Lock, maxLockBytes, parseLock } from "@mia/catalog/lock";
import type { Finding } from "@mia/step-result";

/** The lock file as it lies on the disk. `text` is undefined where there is none. */
export interface LockPlace {
  file: string;
  text: string | undefined;
  lock: Lock | undefined;
  lineOf(path: readonly PropertyKey[]): number;
}

export type ReadLock =
  | { ok: true; place: LockPlace }
  | { ok: false; findings: Finding[]; failure: StepFailure };

const remedy =
  "Correct it, or take a sound version from the history of the repository; then run `mia lock`. docs/lock.md says what it holds.";

/** Reads the lock. One that is no lock is refused, and never written over: it may be all that says what was locked. */
export async function readLock(host: Host, file: string): Promise<ReadLock> {
  if ((await host.files.kind(file)) === undefined)
    return { ok: true, place: { file, text: undefined, lock: undefined, lineOf: () => 1 } };
  const text = await host.files.read(file, { maxBytes: maxLockBytes });
  const parsed = parseLock(text);
  if (parsed.ok) return { ok: true, place: { file, text, lock: parsed.lock, lineOf: parsed.lineOf } };
  const { problems } = parsed;
  const message = problems.map(({ line, message: what }) => `${file}:${line}: ${what}`).join("\n");
  return {
    ok: false,
    findings: problems.map(({ line, message: what }) => ({
      rule: "lock-file",
      severity: "error",
      message: what.slice(0, 4000),
      remedy,
      locations: [{ file, line }],
    })),
    failure: new StepFailure({ code: "unreadable-input", message: message.slice(0, 4000), remedy }),
  };
}
