import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { claimFile } from "./claim-file.ts";
import { hashFile } from "./hash-file.ts";
import type { Entry, EntryKind, Files, ReadOptions } from "./host.ts";
import { entryKind, isLocked, linkTarget, listFolder } from "./list-folder.ts";
import { makeFolders } from "./make-folders.ts";
import { bytesOf } from "./path-bytes.ts";
import { StepFailure } from "./step-failure.ts";
import { refuseUnwritable, rewriteWhole, writeWhole } from "./write-file.ts";

/**
 * The disk, with relative paths taken from `workspace`. What reads and writes is synchronous inside: an action has a few files of
 * bounded size, and each would otherwise take five turns through the thread pool.
 */
export function diskFiles(workspace: string, temporary: string): Files {
  const absolute = (name: string): string => path.resolve(workspace, name);
  const relative = (name: string): string => {
    const inside = path.relative(workspace, absolute(name)).split(path.sep).join("/");
    return inside === "" ? "." : inside;
  };
  return {
    absolute,
    relative,
    read: async (name, options) => {
      if (options.followLinks === "inside") refuseOutside(workspace, absolute(name), relative(name));
      return readText(absolute(name), relative(name), options);
    },
    readHead: (name, bytes) => readHead(absolute(name), relative(name), bytes),
    exists: async (name) => (await kindOf(absolute(name))) !== undefined,
    kind: (name) => kindOf(absolute(name)),
    entry: (name, options) => entryOf(absolute(name), options?.followLinks ?? false),
    list: (name, options) => list(absolute(name), options?.sizes ?? true),
    readLink: async (name) => linkTarget(absolute(name)),
    hash: async (name) => {
      const file = open(absolute(name), relative(name), false);
      try {
        return await hashFile(file);
      } finally {
        closeSync(file);
      }
    },
    freeBytes: async (name) => freeBytes(absolute(name)),
    write: async (name, content) => writeWhole(absolute(name), relative(name), content),
    rewrite: async (name, content) => {
      refuseOutside(workspace, absolute(name), relative(name));
      rewriteWhole(absolute(name), relative(name), content);
    },
    claim: async (name, staleMs) => claimFile(absolute(name), relative(name), staleMs),
    refuseUnwritable: async (name) => refuseUnwritable(absolute(name), relative(name)),
    makeFolder: async (name, options) => {
      makeFolders(absolute(name));
      // mkdir's own mode is narrowed by the umask; a folder for a container's user must be exactly as asked.
      if (options?.mode !== undefined) chmodSync(absolute(name), options.mode);
    },
    makeTemporaryFolder: async (prefix) => {
      makeFolders(temporary);
      return mkdtempSync(path.join(temporary, prefix));
    },
    remove: (name) => removeAll(absolute(name)),
  };
}

function unreadable(shown: string, why: string, cause?: unknown): StepFailure {
  const remedy = "Check the path and its permissions; it must be a regular file of ordinary size.";
  return new StepFailure(
    { code: "unreadable-input", message: `cannot read ${shown}: ${why}`, remedy },
    { cause },
  );
}

const reasons: Record<string, string> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  EISDIR: "it is a folder",
  ELOOP: "it is a symbolic link, or links that go in a circle",
  ENOTDIR: "a part of the path is not a folder",
  ENXIO: "it is not a regular file",
};

function open(name: string, shown: string, followLinks: boolean): number {
  // O_NONBLOCK: opening a FIFO without a writer would otherwise wait for ever.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | (followLinks ? 0 : constants.O_NOFOLLOW);
  try {
    const file = openSync(bytesOf(name), flags);
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw unreadable(shown, reasons[code] ?? (error as Error).message, error);
  }
  throw unreadable(shown, "it is not a regular file");
}

/** A path that climbs out by its own words was named by the caller; a link may lead out of neither. */
function refuseOutside(workspace: string, name: string, shown: string): void {
  try {
    const top = isBelow(workspace, name) ? workspace : path.dirname(name);
    if (isBelow(realpathSync.native(top), realpathSync.native(name))) return;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw unreadable(shown, reasons[code] ?? (error as Error).message, error);
  }
  throw unreadable(shown, "it is a link that leads out of the workspace");
}

function isBelow(folder: string, name: string): boolean {
  const inside = path.relative(folder, name);
  return inside !== ".." && !inside.startsWith(`..${path.sep}`) && !path.isAbsolute(inside);
}

async function readText(name: string, shown: string, options: ReadOptions): Promise<string> {
  const file = open(name, shown, options.followLinks !== false);
  try {
    const { size } = fstatSync(file);
    if (size > options.maxBytes)
      throw unreadable(shown, `it has ${size} bytes; at most ${options.maxBytes} are read`);
    // The size may be a lie (/proc) or grow: read no more than allowed, whatever stat said.
    const buffer = Buffer.alloc(Math.min(options.maxBytes, size + 1) + 1);
    let filled = 0;
    for (;;) {
      const bytesRead = readSync(file, buffer, filled, buffer.length - filled, null);
      filled += bytesRead;
      if (bytesRead === 0) break;
      if (filled === buffer.length) throw unreadable(shown, "it grew while it was read");
    }
    return buffer.toString("utf8", 0, filled);
  } finally {
    closeSync(file);
  }
}

async function readHead(name: string, shown: string, bytes: number): Promise<Uint8Array> {
  const file = open(name, shown, true);
  try {
    const buffer = Buffer.alloc(bytes);
    return buffer.subarray(0, readSync(file, buffer, 0, bytes, 0));
  } catch (error) {
    throw unreadable(shown, (error as Error).message, error);
  } finally {
    closeSync(file);
  }
}

/** What an unprivileged user may take; some file systems keep a part for root. */
function freeBytes(name: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(name);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

async function kindOf(name: string): Promise<EntryKind | undefined> {
  try {
    return entryKind(statSync(name));
  } catch {
    return undefined;
  }
}

async function entryOf(name: string, followLinks: boolean): Promise<Entry | undefined> {
  try {
    const found = followLinks ? statSync(name) : lstatSync(name);
    const entry: Entry = {
      name: path.basename(name),
      kind: entryKind(found),
      bytes: found.isFile() ? found.size : 0,
    };
    if (found.isFile() && isLocked(name, found)) entry.locked = true;
    return entry;
  } catch {
    return undefined;
  }
}

async function removeAll(name: string): Promise<void> {
  const all = { recursive: true, force: true } as const;
  try {
    // Not the asynchronous form: it holds an object for every file at once, and a container can leave a million.
    rmSync(name, all);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
    await openFolders(name);
    rmSync(name, all);
  }
}

/** A container may leave folders of mode 000; their owner can still give the permissions back. Links are not followed. */
async function openFolders(folder: string): Promise<void> {
  try {
    if (!lstatSync(folder).isDirectory()) return;
    chmodSync(folder, 0o700);
  } catch {
    // What is gone, or another's, shows when the whole is removed.
  }
  for (const { name, kind } of await list(folder, false).catch(() => [])) {
    if (kind === "folder") await openFolders(path.join(folder, name));
  }
}

async function list(folder: string, sizes: boolean): Promise<Entry[]> {
  try {
    return await listFolder(folder, sizes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw unreadable(folder, (error as Error).message, error);
  }
}
