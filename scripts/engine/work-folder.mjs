// A folder to work in below the cache, renamed into place when it is whole. Call it under a lock.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * @param {string} cache
 * @param {string} name whose older folders, left by killed attempts, are removed
 * @returns {string} a new folder of its own name: what a killed attempt started may go on writing for a while
 */
export function workFolder(cache, name) {
  for (const entry of existsSync(cache) ? readdirSync(cache) : []) {
    if (!entry.startsWith(`${name}-`)) continue;
    try {
      rmSync(path.join(cache, entry), { recursive: true, force: true });
    } catch {
      // Something is still writing there; the next start removes the rest.
    }
  }
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(path.join(cache, `${name}-`));
}
