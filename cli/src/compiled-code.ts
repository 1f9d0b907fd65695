import { isAscii } from "node:buffer";
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { crc32 } from "node:zlib";
import { isOwn, ownFolder } from "./own-folder.ts";

/**
 * Keeps what V8 compiled of our chunks, functions that were only called later included, and takes it up at the next start.
 * Node.js's own compile cache (module.enableCompileCache) keeps no function that is compiled at its first call, and those
 * are most of the time of a cold start.
 */
export interface CompiledCode {
  /** Compiles and runs the chunk `filename`, as Node.js's loader would. */
  run(module: NodeJS.Module, filename: string): void;
  /** Writes what was compiled anew. A cache that cannot be written is no failure. */
  save(): void;
}

interface Fresh {
  source: Buffer;
  script: vm.Script;
}

/**
 * `root` is the user's cache folder, undefined where there is none. Who can write there decides what runs, so it is used only
 * where it is this user's alone. Each verb has its own subfolder, because each calls other functions. There is one file a
 * chunk, so that the cache does not grow with versions.
 */
export function compiledCode(root: string | undefined, verb: string): CompiledCode {
  const isVerb = /^[a-z][a-z-]{0,30}$/.test(verb);
  // Node.js 20.14 and older have no crc32 and go without. V8 refuses what another V8 or other flags made, and compiles again.
  const names = ["model-image-actions", "compiled", `${process.versions.v8}-${process.arch}`, verb];
  const place = isVerb && root !== undefined && crc32 !== undefined ? ownFolder(root, names) : undefined;
  const fresh = new Map<string, Fresh>();
  return {
    run(module, filename) {
      const source = readFileSync(filename);
      const name = path.basename(filename);
      const cachedData = place === undefined ? undefined : dataOf(source, path.join(place, name));
      // One byte a character, which chunks are built to be, is read and kept in half the time.
      const text = isAscii(source) ? source.toString("latin1") : source.toString();
      const wrapped = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
      const script = new vm.Script(wrapped, { filename, ...(cachedData && { cachedData }) });
      if (cachedData === undefined || script.cachedDataRejected) fresh.set(name, { source, script });
      const load = script.runInThisContext() as (...values: unknown[]) => void;
      load(
        module.exports,
        (id: string): unknown => module.require(id),
        module,
        filename,
        path.dirname(filename),
      );
    },
    save() {
      if (place === undefined) return;
      try {
        for (const [name, { source, script }] of fresh) {
          const data = script.createCachedData();
          replace(path.join(place, name), [header(source, data), data]);
        }
      } catch {
        // The next start compiles again.
      }
    },
  };
}

/**
 * V8 itself compares no more of a source than its length, and crashes on damaged data: a disk may have lost what it was
 * given before it lost power. So sums of both stand before the data, as in Node.js's own cache.
 */
function dataOf(source: Buffer, file: string): Buffer | undefined {
  const kept = readOwn(file);
  const data = kept?.subarray(kept.indexOf("\n") + 1);
  if (kept === undefined || data === undefined || data.length === 0) return undefined;
  return kept.subarray(0, -data.length).equals(header(source, data)) ? data : undefined;
}

/** Only a regular file of this user's own; a pipe would keep its reader waiting for ever. */
function readOwn(file: string): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stats = fstatSync(descriptor);
    return stats.isFile() && isOwn(stats) ? readFileSync(descriptor) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function header(source: Buffer, data: Buffer): Buffer {
  return Buffer.from(`${source.length} ${crc32(source)} ${data.length} ${crc32(data)}\n`);
}

function replace(file: string, parts: Buffer[]): void {
  const half = `${file}.${process.pid}`;
  try {
    writeFileSync(half, Buffer.concat(parts), { mode: 0o600 });
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}
