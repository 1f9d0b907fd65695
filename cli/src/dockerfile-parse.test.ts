import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runCommandLine } from "./command-line.ts";

let folder: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mia-parse-"));
  out = err = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += text;
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function dockerfile(text: string): string {
  const file = path.join(folder, "Dockerfile");
  writeFileSync(file, text);
  return file;
}

test("prints what the file says as JSON", async () => {
  const file = dockerfile("FROM scratch\nENV a=1\nUSER $a\n");
  expect(await runCommandLine(["dockerfile", "parse", file, "--json"])).toBe(0);
  const { instructions } = JSON.parse(out);
  expect(instructions).toHaveLength(3);
  expect(instructions[2]).toEqual({
    keyword: "USER",
    startLine: 3,
    endLine: 3,
    flags: [],
    arguments: ["$a"],
    json: null,
    heredocs: [],
    stage: 0,
    expanded: ["1"],
  });
  expect(err).toBe("");
});

test("prints a listing for people", async () => {
  const file = dockerfile('FROM scratch\nENV a="x y"\nCOPY <<-E /$a\n\tb\nE\nCMD ["a", "b c"]\n');
  expect(await runCommandLine(["dockerfile", "parse", file])).toBe(0);
  expect(out).toBe(
    [
      "1         0  FROM scratch",
      '2         0  ENV a "\\"x y\\"" =',
      '             = a "x y" =',
      "3-5       0  COPY <<-E /$a",
      '             = <<-E "/x y"',
      "             <<E: 1 line, leading tabs left out",
      '6         0  CMD a "b c"',
      "             JSON form",
      "",
    ].join("\n"),
  );
});

test("says where the builder would stop, and still prints the rest", async () => {
  const file = dockerfile("FROM scratch\nUSER ${a\nRUNN x\n");
  expect(await runCommandLine(["dockerfile", "parse", file, "--json"])).toBe(1);
  expect(JSON.parse(out).instructions).toHaveLength(3);
  expect(err.split("\n")).toEqual([
    expect.stringMatching(/Dockerfile:2:6: USER: /),
    expect.stringMatching(/Dockerfile:3:1: there is no instruction RUNN/),
    "",
  ]);
});

test("text of the file cannot steer a terminal or a workflow", async () => {
  const file = dockerfile("FROM scratch\n::error::x \u001b[31m\nUSER a\u001b]0;x\u0007\n");
  await runCommandLine(["dockerfile", "parse", file]);
  expect(out + err).not.toContain("\u001b");
  expect(out + err).not.toMatch(/^::/m);
});

test.each([
  [[], /nothing to do/],
  [["parse"], /takes one file/],
  [["parse", "a", "b"], /takes one file/],
  [["parse", "a", "--yaml"], /no option "--yaml"/],
  [["print", "a"], /no "print"/],
  [["parse", "there-is-none"], /there is no such file/],
  [["parse", tmpdir()], /not a regular file|folder/],
])("exits 2 for %j", async (words, expected) => {
  expect(await runCommandLine(["dockerfile", ...words])).toBe(2);
  expect(err).toMatch(expected);
  expect(out).toBe("");
});

test("refuses a file that is too large", async () => {
  expect(await runCommandLine(["dockerfile", "parse", dockerfile("#".repeat(1024 * 1024 + 1))])).toBe(2);
  expect(err).toMatch(/at most 1048576 are read/);
});

test("helps", async () => {
  expect(await runCommandLine(["dockerfile", "--help"])).toBe(0);
  expect(out).toContain("Usage: mia dockerfile parse FILE");
  expect(await runCommandLine(["--help"])).toBe(0);
  expect(out).toContain("dockerfile parse");
});
