import { lstatSync, mkdirSync, realpathSync, type Stats, statSync } from "node:fs";
import path from "node:path";

/**
 * A folder for what this user's programs keep and later run: `names` below `root`, made where it is missing. Undefined where
 * anybody else could have put something into it: the path is not absolute, another user owns or may write to a part of it,
 * a part below `root` is a link, or it lies in the working folder, the workspace of a workflow or a git work tree, which
 * bring other people's files.
 */
export function ownFolder(root: string, names: readonly string[]): string | undefined {
  const user = process.getuid?.();
  if (user === undefined || !path.isAbsolute(root)) return undefined;
  try {
    makeFolder(root);
    let folder = realpathSync.native(root);
    const foreign = [process.cwd(), process.env.GITHUB_WORKSPACE ?? process.cwd()].map((one) =>
      realpathSync.native(one),
    );
    if (foreign.some((one) => isBelow(one, folder))) return undefined;
    if (!partsOf(folder).every((part) => isSafe(part, user))) return undefined;
    for (const name of names) {
      folder = path.join(folder, name);
      makeFolder(folder);
      if (!isOwn(lstatSync(folder), user)) return undefined;
    }
    return folder;
  } catch {
    // No home, no permission, a full or read-only disk: then nothing is kept.
    return undefined;
  }
}

/** Not with the parents: Node.js tries for ever to make a folder in /proc so. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) mkdirSync(folder, { mode: 0o700 });
}

/** Owned by this user, and nobody else may write to it. */
export function isOwn(stats: Stats, user: number | undefined = process.getuid?.()): boolean {
  return (stats.isDirectory() || stats.isFile()) && stats.uid === user && (stats.mode & 0o022) === 0;
}

/** A folder on the way: nobody else may replace what lies in it, and it is no checkout. */
function isSafe(folder: string, user: number): boolean {
  const { uid, mode } = lstatSync(folder);
  const isSticky = (mode & 0o1000) !== 0;
  if ((uid !== user && uid !== 0) || ((mode & 0o022) !== 0 && !isSticky)) return false;
  return lstatSync(path.join(folder, ".git"), { throwIfNoEntry: false }) === undefined;
}

function partsOf(folder: string): string[] {
  const above = path.dirname(folder);
  return above === folder ? [folder] : [...partsOf(above), folder];
}

function isBelow(folder: string, inner: string): boolean {
  return inner === folder || inner.startsWith(folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`);
}
