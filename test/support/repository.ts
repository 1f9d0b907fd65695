import path from "node:path";

/** Absolute path of the repository's root, or of a path below it. */
export function repository(...parts: string[]): string {
  return path.resolve(import.meta.dirname, "../..", ...parts);
}
