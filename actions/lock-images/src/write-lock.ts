import { setTimeout as wait } from "node:timers/promises";
import { type Host, StepFailure } from "@mia/action-kit";
import { maxLockBytes } from "@mia/catalog/lock";
import { cancelled } from "./pip.ts";

/** Milliseconds: reading, merging and writing take a fraction of a second. */
const staleMs = 20_000;
const pauseMs = 50;

/**
 * Runs `work` while no other run may write the lock. Asking takes minutes, so that another run may have written it since it was
 * read: whoever writes reads it again first. Throws `invalid-input` where the other one does not let go, and `cancelled`.
 */
export async function whileAlone<T>(host: Host, file: string, work: () => Promise<T>): Promise<T> {
  const claim = `${file}.writing`;
  const end = performance.now() + 2 * staleMs;
  while (!(await host.files.claim(claim, staleMs))) {
    if (host.signal.aborted) throw cancelled();
    if (performance.now() > end)
      throw new StepFailure({
        code: "invalid-input",
        message: `another run keeps writing ${file}`,
        remedy: `Wait for it to end; if there is none, remove ${claim}.`,
      });
    await wait(pauseMs);
  }
  try {
    return await work();
  } finally {
    await host.files.remove(claim);
  }
}

/** Writes the lock, unless it says that already or nobody could read it again. Throws `invalid-input`. */
export async function writeLock(
  host: Host,
  file: string,
  text: string,
  before: string | undefined,
): Promise<boolean> {
  if (text === before) return false;
  if (text.length > maxLockBytes)
    throw new StepFailure({
      code: "invalid-input",
      message: `${file} would have ${text.length} bytes, and a lock has at most ${maxLockBytes}`,
      remedy: "Keep the lock of some of the models in a file of its own, with lock-file.",
    });
  await host.files.write(file, text);
  return true;
}
