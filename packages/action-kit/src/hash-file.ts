import type * as Crypto from "node:crypto";
import { fstatSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import { setImmediate } from "node:timers/promises";

const pieceBytes = 1024 * 1024;
/** Bytes after which a signal is let in: some 30 ms of hashing. */
const turnBytes = 16 * pieceBytes;
let piece: Buffer | undefined;

/** Takes milliseconds to load, and many a run hashes nothing. */
function crypto(): typeof Crypto {
  return createRequire(import.meta.url)("node:crypto");
}

/** SHA-256 of an open file and its permission bits. One piece is held at a time. Throws what the system says. */
export async function hashFile(file: number): Promise<{ sha256: string; mode: number }> {
  const hash = crypto().createHash("sha256");
  piece ??= Buffer.allocUnsafe(pieceBytes);
  let sinceTurn = 0;
  for (;;) {
    const count = readSync(file, piece, 0, pieceBytes, null);
    if (count === 0) break;
    hash.update(count === pieceBytes ? piece : piece.subarray(0, count));
    sinceTurn += count;
    if (sinceTurn < turnBytes) continue;
    sinceTurn = 0;
    await setImmediate();
  }
  return { sha256: hash.digest("hex"), mode: fstatSync(file).mode & 0o7777 };
}
