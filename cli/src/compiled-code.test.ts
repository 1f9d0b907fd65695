import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compiledCode } from "./compiled-code.ts";

let scratch: string;
let chunk: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), "mia-compiled-"));
  chunk = path.join(scratch, "chunk.cjs");
  writeFileSync(chunk, "const twice = (x) => x * 2;\nexports.answer = twice(21);\n");
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const folder = (): string => path.join(scratch, "cache");
const kept = (): string[] =>
  readdirSync(folder(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

function runOnce(verb = "verify-dockerfile"): unknown {
  const code = compiledCode(folder(), verb);
  const module = { exports: {} } as NodeJS.Module;
  code.run(module, chunk);
  code.save();
  return module.exports;
}

test("a chunk runs, is kept, and runs again from what was kept", () => {
  expect(runOnce()).toEqual({ answer: 42 });
  const [file = ""] = kept();
  const before = readFileSync(file);
  expect(runOnce()).toEqual({ answer: 42 });
  expect(kept()).toEqual([file]);
  expect(readFileSync(file)).toEqual(before);
});

test("another text of the same length is not answered by the old one", () => {
  runOnce();
  writeFileSync(chunk, readFileSync(chunk, "utf8").replace("21", "12"));
  expect(runOnce()).toEqual({ answer: 24 });
  expect(kept()).toHaveLength(1);
});

test.each([
  ["cut short", (file: Buffer) => file.subarray(0, -100)],
  ["overwritten with nothing", () => Buffer.alloc(0)],
  ["without its end", (file: Buffer) => Buffer.concat([file.subarray(0, -200), Buffer.alloc(200)])],
  ["all zeros", (file: Buffer) => Buffer.alloc(file.length)],
])("what was kept and is now %s is written anew", (_, damage) => {
  runOnce();
  const [file = ""] = kept();
  const damaged = damage(readFileSync(file));
  writeFileSync(file, damaged);
  // V8 has compiled this very file in this process already, and would not look at what is kept.
  const elsewhere = path.join(scratch, "elsewhere");
  mkdirSync(elsewhere);
  cpSync(chunk, path.join(elsewhere, "chunk.cjs"));
  chunk = path.join(elsewhere, "chunk.cjs");
  expect(runOnce()).toEqual({ answer: 42 });
  expect(readFileSync(file).equals(damaged)).toBe(false);
});

test("nothing is read from or written to a folder that others can write to", () => {
  mkdirSync(folder());
  chmodSync(folder(), 0o777);
  expect(runOnce()).toEqual({ answer: 42 });
  expect(kept()).toEqual([]);
});

test("what is no regular file is not waited for", () => {
  runOnce();
  const [file = ""] = kept();
  rmSync(file);
  execFileSync("mkfifo", [file]);
  expect(runOnce()).toEqual({ answer: 42 });
});

test("a word that is no verb names no folder", () => {
  expect(runOnce("../../escape")).toEqual({ answer: 42 });
  expect(() => kept()).toThrow("ENOENT");
});

test("a cache folder that cannot be made is no failure", () => {
  writeFileSync(folder(), "a file");
  expect(runOnce()).toEqual({ answer: 42 });
});
