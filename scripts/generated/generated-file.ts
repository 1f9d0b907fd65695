import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The repository's root, absolute. */
export const root = path.resolve(import.meta.dirname, "../..");

/** A file, or a part of one, that follows from other files. `path` is relative to the root. */
export interface GeneratedFile {
  path: string;
  content: string;
}

/** What stands on disk, or undefined where nothing does. */
export function onDisk(file: string): string | undefined {
  try {
    return readFileSync(path.join(root, file), "utf8");
  } catch {
    return undefined;
  }
}

/** The files whose text on disk is not what it should be. */
export function stale(files: readonly GeneratedFile[]): GeneratedFile[] {
  return files.filter((file) => onDisk(file.path) !== file.content);
}

/** Writes stale files, or with `--check` only names them and exits with 1. `command` is what makes them fresh. */
export function writeOrCheck(files: readonly GeneratedFile[], command: string): void {
  const old = stale(files);
  const names = old.map((file) => file.path).join(", ");
  if (process.argv.includes("--check")) {
    if (old.length === 0) return;
    process.stderr.write(`not up to date: ${names}. Run \`${command}\` and commit the result.\n`);
    process.exitCode = 1;
    return;
  }
  for (const file of old) {
    mkdirSync(path.dirname(path.join(root, file.path)), { recursive: true });
    writeFileSync(path.join(root, file.path), file.content);
  }
  process.stdout.write(old.length === 0 ? "everything is up to date\n" : `wrote ${names}\n`);
}
