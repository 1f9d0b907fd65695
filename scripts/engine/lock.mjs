// One at a time between processes. `flock` (util-linux) holds a kernel lock that ends with its holder, so that a process
// killed in the middle leaves nothing to clean up; a lock made of files would.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";

/** The longest a first start may take on a slow mirror, in seconds; who waits for it waits as long. */
const PATIENCE = 900;

/**
 * Runs `step` while no other process of this cache folder is inside.
 * @template T
 * @param {string} file the lock's file; its folder is made
 * @param {() => void} waiting called once if another process is inside
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function locked(file, waiting, step) {
  mkdirSync(path.dirname(file), { recursive: true });
  // `cat` echoes our line once the lock is held, and ends (freeing the lock) when our end of its stdin closes,
  // by us or by the kernel when we die.
  const holder = spawn("flock", ["-w", String(PATIENCE), file, "cat"], { stdio: ["pipe", "pipe", "ignore"] });
  const timer = setTimeout(waiting, 500);
  const ended = new Promise((resolve) => holder.once("close", resolve));
  try {
    await new Promise((resolve, reject) => {
      holder.once("error", (cause) =>
        reject(new Error(`flock could not be started: ${cause.message}`, { cause })),
      );
      holder.once("close", () =>
        reject(new Error(`another process held ${file} for more than ${PATIENCE} s`)),
      );
      holder.stdout.once("data", resolve);
      holder.stdin.on("error", () => {});
      holder.stdin.write("held\n");
    });
    clearTimeout(timer);
    return await step();
  } finally {
    clearTimeout(timer);
    holder.stdin.end();
    await ended;
  }
}
