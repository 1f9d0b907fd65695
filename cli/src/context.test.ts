import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runCommandLine } from "./command-line.ts";

let folder: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mia-measure-"));
  out = err = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += text;
    return true;
  });
  file("Dockerfile", "FROM scratch AS one\nCOPY a /\nFROM scratch\nCOPY . /\n");
  file("a/big", "x".repeat(3000));
  file("b/m.pth", "x".repeat(5000));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

function mia(...words: string[]): Promise<number> {
  return runCommandLine(["context", folder, ...words]);
}

test("prints the measure as JSON", async () => {
  file(".dockerignore", "**/*.pth\nnone\n");
  expect(await mia("--target", "one", "--json", "--budget", "1")).toBe(0);
  const { tree, kept, selected, largest, rules, unmatched, budget, ignoreFile } = JSON.parse(out);
  expect({ tree, kept, selected, largest, rules, unmatched, budget }).toEqual({
    tree: { files: 4, bytes: 8065 },
    kept: { files: 3, bytes: 3065 },
    selected: { files: 1, bytes: 3000 },
    largest: [{ path: "a/big", bytes: 3000 }],
    rules: [{ line: 1, text: "**/*.pth", files: 1, bytes: 5000 }],
    unmatched: [{ line: 2, text: "none" }],
    budget: { budgetMiB: 1, isOver: false },
  });
  expect(ignoreFile).toBe(`${folder}/.dockerignore`);
  expect(err).toBe("");
});

test("prints a page for people", async () => {
  expect(await mia()).toBe(0);
  expect(out).toContain("selected     7.9 KiB in 3 files  what the last stage asks for, and so is sent");
  expect(out).toContain("\nLargest files sent:\n     4.9 KiB  b/m.pth\n");
});

test("the Dockerfile's own ignore file wins, and lies beside it", async () => {
  file(".dockerignore", "a");
  file("own.dockerignore", "b");
  file("own", "FROM scratch\nCOPY . /\n");
  expect(await mia("--file", path.join(folder, "own"), "--list", "ignored")).toBe(0);
  expect(out).toBe("b/m.pth\nb/\n");
});

test("over the budget is a failure that names the largest files", async () => {
  expect(await mia("--budget", "0.001")).toBe(1);
  expect(err).toMatch(
    /more than the budget of 0\.001 MiB; its largest files: b\/m\.pth .*, a\/big .*, Dockerfile /,
  );
});

test("names are exact in JSON, and play no tricks in text", async () => {
  file("new\nline", "");
  file("::error::x\u001b[31m", "");
  file("\u202eexe", "");
  execFileSync("mkfifo", [path.join(folder, "pipe")]);
  symlinkSync("loop", path.join(folder, "loop"));
  expect(await mia("--list", "selected", "--json")).toBe(0);
  const paths = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).path);
  expect(paths).toEqual(
    expect.arrayContaining(["new\nline", "::error::x\u001b[31m", "\u202eexe", "pipe", "loop"]),
  );
  out = "";
  expect(await mia("--list", "selected")).toBe(0);
  expect(out).toContain('\n"new\\nline"\n');
  expect(out).toContain('"\\u202eexe"');
  expect(["\u001b", "\u202e", "\n::"].filter((trick) => `\n${out}`.includes(trick))).toEqual([]);
});

test.each([
  [
    "a name that is not UTF-8",
    () => writeFileSync(Buffer.concat([Buffer.from(`${folder}/x`), Buffer.of(0xff)]), ""),
  ],
  ["a pattern that the builder refuses", () => file(".dockerignore", "[")],
  ["a tab in a pattern", () => file(".dockerignore", "a\t# note")],
  ["a Dockerfile that the builder refuses", () => file("Dockerfile", "NONSENSE")],
])("says where the builder would stop: %s", async (_, make) => {
  make();
  expect(await mia()).toBe(1);
  expect(err).not.toBe("");
});

test.each([
  [
    "a link out of the context",
    () => {
      file("../rules", "a");
      symlinkSync("../rules", path.join(folder, ".dockerignore"));
    },
  ],
  ["a link that hangs", () => symlinkSync("nowhere", path.join(folder, ".dockerignore"))],
  ["a folder", () => file(".dockerignore/x", "")],
])("an ignore file that the builder passes over keeps nothing back: %s", async (_, make) => {
  make();
  expect(await mia("--json")).toBe(0);
  const { tree, kept, ignoreFile, ignoreFilesPassedOver } = JSON.parse(out);
  expect(kept).toEqual(tree);
  expect([ignoreFile, ignoreFilesPassedOver.length]).toEqual([null, 1]);
  expect(err).toContain(".dockerignore keeps nothing back");
  rmSync(path.join(folder, "../rules"), { force: true });
});

test("a Dockerfile that is a link out of its folder is not there for the builder", async () => {
  rmSync(path.join(folder, "Dockerfile"));
  symlinkSync(import.meta.filename, path.join(folder, "Dockerfile"));
  expect(await mia()).toBe(1);
  expect(err).toContain("leads to no file within its folder");
});

test("dockerfile is taken where Dockerfile is none, with the ignore file of its name", async () => {
  rmSync(path.join(folder, "Dockerfile"));
  file("dockerfile", "FROM scratch\nCOPY a /\n");
  file("dockerfile.dockerignore", "b");
  file("Dockerfile.dockerignore", "a");
  expect(await mia("--json")).toBe(0);
  const { dockerfile, ignoreFile, selected } = JSON.parse(out);
  expect({ dockerfile, ignoreFile, selected }).toEqual({
    dockerfile: `${folder}/dockerfile`,
    ignoreFile: `${folder}/dockerfile.dockerignore`,
    selected: { files: 1, bytes: 3000 },
  });
});

test.each([
  ["FROM scratch\nCOPY nothere /\n", 1, /would stop at nothere: there is no such file/],
  ["FROM scratch\nCOPY nothere* /\n", 0, /^$/],
  ["FROM scratch AS x\nCOPY nothere /\nFROM scratch\nCOPY a /\n", 0, /^$/],
  ["FROM scratch\nCOPY --parents a /\n", 1, /Dockerfile:2: .* --parents: write `# syntax=/],
  ["# syntax=docker/dockerfile:1.7\nFROM scratch\nCOPY --parents a /\n", 1, /--parents/],
  ["# syntax=docker/dockerfile:1.7-labs\nFROM scratch\nCOPY --parents a /\n", 0, /^$/],
  ["# syntax=docker/dockerfile:1.20\nFROM scratch\nCOPY --parents a /\n", 0, /^$/],
  ["# syntax=docker/dockerfile:1\nFROM scratch\nCOPY --parents nothere /\n", 0, /^$/],
])("what %j asks for has to be there: %s", async (text, code, message) => {
  file("Dockerfile", text);
  expect(await mia()).toBe(code);
  expect(err).toMatch(message);
});

test("one name is written the same everywhere, and sizes in their own unit", async () => {
  file("Dockerfile", "FROM scratch\nCOPY x* /\n");
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/x`), Buffer.of(0xff)]), "y".repeat(33));
  expect(await mia("--budget", "0")).toBe(1);
  expect(err).toContain('has 33 B, more than the budget of 0 MiB; its largest files: "x\\udcff" (33 B)');
  expect(out + err).not.toContain("\ufffd");
});

test("a path that depends on the caller is not guessed", async () => {
  file("Dockerfile", "FROM scratch\nARG d\nCOPY $d /\n");
  expect(await mia("--json")).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ selected: null, notKnown: expect.stringContaining("--build-arg") });
  out = "";
  expect(await mia("--json", "--build-arg", "d=a")).toBe(0);
  expect(JSON.parse(out).selected).toEqual({ files: 1, bytes: 3000 });
});

test("a folder without a Dockerfile is measured all the same", async () => {
  rmSync(path.join(folder, "Dockerfile"));
  expect(await mia()).toBe(0);
  expect(out).toContain("selected  not known: there is no");
});

test.each([
  [["--bogus"], /Unknown option/],
  [["--list", "all"], /--list is one of/],
  [["--budget", "much"], /--budget is a number/],
  [["--budget"], /argument missing/],
  [["--file", ""], /--file is given nothing/],
  [["--file", "nowhere"], /no such file/],
  [["--target", "none"], /has no stage none/],
  [["--build-arg", "x"], /NAME=VALUE/],
  [["another"], /takes one folder/],
])("refuses %j", async (words, message) => {
  expect(await mia(...words)).toBe(2);
  expect(err).toMatch(message);
});

test("helps", async () => {
  expect(await runCommandLine(["help", "context"])).toBe(0);
  expect(out).toMatch(/^Usage: mia context FOLDER/m);
});
