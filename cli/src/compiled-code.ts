import { isAscii } from "node:buffer";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { crc32 } from "node:zlib";

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
 * `folder` must be this user's own, or nothing is kept: who can write there decides what runs. Each verb has its own
 * subfolder, because each calls other functions. There is one file a chunk, so that the cache does not grow with versions.
 */
export function compiledCode(folder: string, verb: string): CompiledCode {
  // Node.js 20.14 and older have no crc32 and go without. V8 refuses what another V8 or other flags made, and compiles again.
  const place = path.join(folder, `${process.versions.v8}-${process.arch}`, verb);
  const isUsable = /^[a-z][a-z-]{0,30}$/.test(verb) && isOwn(folder) && crc32 !== undefined;
  const fresh = new Map<string, Fresh>();
  return {
    run(module, filename) {
      const source = readFileSync(filename);
      const name = path.basename(filename);
      const cachedData = isUsable ? dataOf(source, path.join(place, name)) : undefined;
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
      if (!isUsable || fresh.size === 0) return;
      try {
        mkdirSync(place, { recursive: true, mode: 0o700 });
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
  try {
    const kept = readFileSync(file);
    const data = kept.subarray(kept.indexOf("\n") + 1);
    return kept.subarray(0, -data.length).equals(header(source, data)) ? data : undefined;
  } catch {
    return undefined;
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

/** True for a folder that nobody else can write to, and for one that is not there yet. */
function isOwn(folder: string): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || process.getuid === undefined) return true;
  return stat.isDirectory() && stat.uid === process.getuid() && (stat.mode & 0o022) === 0;
}
