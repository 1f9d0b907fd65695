import {
  accessSync,
  constants,
  type Dirent,
  lstatSync,
  readdirSync,
  readlinkSync,
  type Stats,
} from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Entry, EntryKind } from "./host.ts";
import { bytesOf, textOf } from "./path-bytes.ts";

interface FileType {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

export function entryKind(entry: FileType): EntryKind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}

/** Milliseconds that listing may keep a signal waiting. Date, because `performance` takes milliseconds to load. */
const longestTurn = 30;
let lastTurn = Date.now();

/** What stands in a folder, sorted by name. With `sizes` it asks for every file; without, for none. Throws what the system says. */
export async function listFolder(folder: string, sizes: boolean): Promise<Entry[]> {
  const now = Date.now();
  if (now - lastTurn > longestTurn) {
    await setImmediate();
    lastTurn = Date.now();
  }
  return sizes ? listSizes(folder) : listKinds(folder);
}

function listKinds(folder: string): Entry[] {
  const found: Dirent[] = readdirSync(bytesOf(folder), { withFileTypes: true });
  if (found.some(({ name }) => name.includes("\uFFFD"))) return listSizes(folder);
  const entries = found.map((entry) => ({ name: entry.name, kind: entryKind(entry), bytes: 0 }));
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function listSizes(folder: string): Entry[] {
  const entries: Entry[] = [];
  for (const name of namesIn(folder).sort()) {
    const found = lstatSync(bytesOf(`${folder}/${name}`), { throwIfNoEntry: false });
    // It went away in the meantime.
    if (found === undefined) continue;
    const kind = entryKind(found);
    const entry: Entry = { name, kind, bytes: kind === "file" ? found.size : 0 };
    if (kind === "file" && found.nlink > 1) entry.inode = found.ino;
    if (kind === "file" && isLocked(`${folder}/${name}`, found)) entry.locked = true;
    entries.push(entry);
  }
  return entries;
}

/** Asks the system only where the permission bits leave room for a no: the owner, or else everybody, lacks the right to read. */
export function isLocked(path: string, { mode, uid }: Pick<Stats, "mode" | "uid">): boolean {
  const bits = uid === process.geteuid?.() ? 0o400 : 0o044;
  if ((mode & bits) === bits) return false;
  try {
    accessSync(bytesOf(path), constants.R_OK);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EACCES";
  }
}

/** A name that is not UTF-8 would come with a mark in place of what nobody can read, and could not be found again. */
function namesIn(folder: string): string[] {
  const names = readdirSync(bytesOf(folder));
  if (!names.some((name) => name.includes("\uFFFD"))) return names;
  return readdirSync(bytesOf(folder), { encoding: "buffer" }).map(textOf);
}

/** What a symbolic link holds; undefined for what is none, and where nothing is. */
export function linkTarget(path: string): string | undefined {
  try {
    return textOf(readlinkSync(bytesOf(path), { encoding: "buffer" }));
  } catch {
    return undefined;
  }
}
