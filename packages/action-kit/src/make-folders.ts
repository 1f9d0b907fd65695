import { mkdirSync, statSync } from "node:fs";
import path from "node:path";

/**
 * Makes a folder and those above it. Not by Node.js's own `recursive`, which tries for ever where a file system such as
 * /proc answers that a folder whose parent is there cannot be made for want of a parent. Throws what the system says.
 */
export function makeFolders(folder: string): void {
  const missing: string[] = [];
  for (let next = folder; statSync(next, { throwIfNoEntry: false }) === undefined; next = path.dirname(next))
    missing.push(next);
  for (const next of missing.reverse()) makeOne(next);
  if (missing.length === 0 && !statSync(folder).isDirectory())
    throw Object.assign(new Error(`EEXIST: ${folder}`), { code: "EEXIST" });
}

/** Another program may make the same folder at the same time. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST" || !statSync(folder).isDirectory()) throw error;
  }
}
