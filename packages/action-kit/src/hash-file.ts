import { createHash } from "node:crypto";
import { fstatSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";

const pieceBytes = 1024 * 1024;
/** Bytes after which a signal is let in: some 30 ms of hashing. */
const turnBytes = 16 * pieceBytes;
const piece = Buffer.allocUnsafe(pieceBytes);

/** SHA-256 of an open file and its permission bits. One piece is held at a time. Throws what the system says. */
export async function hashFile(file: number): Promise<{ sha256: string; mode: number }> {
  const hash = createHash("sha256");
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
