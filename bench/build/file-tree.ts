import { randomFillSync } from "node:crypto";
import { closeSync, ftruncateSync, mkdirSync, openSync, statfsSync, writeSync } from "node:fs";
import path from "node:path";

/** A part of a tree: `bytes` shared out evenly over `files`, a hundred to a folder. */
export interface Share {
  /** Folder, relative to the tree. */
  at: string;
  files: number;
  bytes: number;
  /** Such as `.py`. */
  ending: string;
}

const filesPerFolder = 100;
const block = Buffer.alloc(4 * 1024 * 1024);

/**
 * Makes the files of a part. `random`: content that nothing can compress or share with another build, written in full.
 * `hole`: a size without content, for what only asks how large a file is.
 */
export function writeShare(tree: string, share: Share, content: "random" | "hole"): void {
  const size = Math.round(share.bytes / share.files);
  for (let index = 0; index < share.files; index++) {
    const folder = path.join(tree, share.at, `part-${Math.floor(index / filesPerFolder)}`);
    if (index % filesPerFolder === 0) mkdirSync(folder, { recursive: true });
    const file = openSync(path.join(folder, `file-${index}${share.ending}`), "w");
    if (content === "hole") ftruncateSync(file, size);
    else writeRandom(file, size);
    closeSync(file);
  }
}

function writeRandom(file: number, size: number): void {
  for (let left = size; left > 0; left -= block.length) {
    const part = block.subarray(0, Math.min(left, block.length));
    randomFillSync(part);
    writeSync(file, part);
  }
}

/** Throws where the disk of a folder has not that much left: a full disk breaks more than a benchmark. */
export function requireSpace(folder: string, bytes: number, files: number): void {
  const { bavail, bsize, ffree, type } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < bytes)
    throw new Error(`${folder} has ${gigabytes(free)} free, and this needs ${gigabytes(bytes)}`);
  // Some file systems (btrfs) do not count theirs, and say 0.
  if (ffree > 0 && ffree < files)
    throw new Error(`${folder} (type ${type}) has room for ${ffree} files, and this makes ${files}`);
}

export const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
