import { type Host, StepFailure } from "@mia/action-kit";
import type { Lock } from "@mia/catalog/lock";
import type { Finding } from "@mia/step-result";

/** The lock as it lies on the disk; `lock` is undefined where no file is. */
export interface LockPlace {
  file: string;
  lock: Lock | undefined;
  lineOf(path: readonly PropertyKey[]): number;
}

/** The lock could not be read. `findings` say where. */
export class LockUnreadable extends StepFailure {
  readonly findings: Finding[];

  constructor(file: string, problems: readonly { line: number; message: string }[]) {
    const remedy =
      "Correct it, or take a sound version from the history of the repository, or run `mia lock` anew. docs/lock.md says what it holds.";
    const message = problems.map(({ line, message: what }) => `${file}:${line}: ${what}`).join("\n");
    super({ code: "unreadable-input", message: message.slice(0, 4000), remedy });
    this.findings = problems.map(({ line, message: what }) => ({
      rule: "build/lock-unreadable",
      severity: "error",
      message: what.slice(0, 4000),
      remedy,
      locations: [{ file, line }],
    }));
  }
}

/** Reads the lock that is named, or the one beside the models where there is one. Throws LockUnreadable, and `unreadable-input`. */
export async function readLock(host: Host, named: string | undefined, imagesDir: string): Promise<LockPlace> {
  const file = host.files.relative(named ?? `${imagesDir}/models.lock.yaml`);
  if (named === undefined && (await host.files.kind(file)) === undefined)
    return { file, lock: undefined, lineOf: () => 1 };
  const { maxLockBytes, parseLock } = await import("@mia/catalog/lock");
  const parsed = parseLock(await host.files.read(file, { maxBytes: maxLockBytes }));
  if (!parsed.ok) throw new LockUnreadable(file, parsed.problems);
  return { file, lock: parsed.lock, lineOf: parsed.lineOf };
}
