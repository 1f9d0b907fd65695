import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { makeFolders } from "./make-folders.ts";
import { StepFailure } from "./step-failure.ts";

const reasons: Record<string, string> = {
  EACCES: "permission denied",
  EEXIST: "a part of the path is not a folder",
  EISDIR: "it is a folder",
  ELOOP: "its links go in a circle",
  ENAMETOOLONG: "the name is too long",
  ENOSPC: "there is no space left",
  ENOTDIR: "a part of the path is not a folder",
  EPERM: "it is not permitted",
  EROFS: "the file system is read-only",
};

function unwritable(shown: string, why: string, cause?: unknown): StepFailure {
  const remedy = "Name a file in a folder that is there or can be made, and that may be written to.";
  return new StepFailure(
    { code: "invalid-input", message: `cannot write ${shown}: ${why}`, remedy },
    { cause },
  );
}

function reasonOf(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}

/** Throws `invalid-input` where the file cannot be written, as far as that can be known without writing. */
export function refuseUnwritable(name: string, shown: string): void {
  try {
    const there = statSync(name, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw unwritable(shown, "it is a folder");
    // A device or a pipe would be replaced by a file, not written to.
    if (there && !there.isFile()) throw unwritable(shown, "it is not a regular file");
    // The file is made anew beside the old one, so what counts is its folder.
    accessSync(existingFolder(path.dirname(name)), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw error instanceof StepFailure ? error : unwritable(shown, reasonOf(error), error);
  }
}

/** The nearest folder upwards that is there. Throws as the system does where a part of the path is a file. */
function existingFolder(folder: string): string {
  for (let next = folder; ; next = path.dirname(next)) {
    const there = statSync(next, { throwIfNoEntry: false });
    if (there?.isDirectory()) return next;
    if (there || next === path.dirname(next)) throw Object.assign(new Error(next), { code: "ENOTDIR" });
  }
}

/** Makes parent folders; the file appears whole or not at all, and a draft never stays. Throws `invalid-input`. */
export function writeWhole(name: string, shown: string, content: string): void {
  replace(name, shown, content, () => {
    makeFolders(path.dirname(name));
  });
}

/**
 * Replaces the text of a file that is there: mode and owner stay, and a link goes on being one. Where links may lead is
 * the caller's to decide before. Throws `invalid-input`.
 */
export function rewriteWhole(name: string, shown: string, content: string): void {
  let target: string;
  let there: Stats;
  try {
    target = realpathSync.native(name);
    there = statSync(target);
  } catch (error) {
    throw unwritable(shown, reasonOf(error), error);
  }
  replace(target, shown, content, undefined, (draft) => {
    if (there.uid !== process.getuid?.() || there.gid !== process.getgid?.())
      giveTo(draft, there.uid, there.gid);
    // After the owner: a change of owner takes the set-user-id bit away.
    chmodSync(draft, there.mode & 0o7777);
  });
}

/** Only root may give files away, and nobody else needs to: the file is then the caller's own in the end. */
function giveTo(draft: string, uid: number, gid: number): void {
  try {
    chownSync(draft, uid, gid);
  } catch {
    // It stays the caller's.
  }
}

function replace(
  name: string,
  shown: string,
  content: string,
  prepare?: () => void,
  finish?: (draft: string) => void,
): void {
  const draft = `${name}.${process.pid}.tmp`;
  try {
    prepare?.();
    writeFileSync(draft, content);
    finish?.(draft);
    renameSync(draft, name);
  } catch (error) {
    removeDraft(draft);
    throw unwritable(shown, reasonOf(error), error);
  }
}

function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // The folder cannot be written to, so no draft came to be.
  }
}
