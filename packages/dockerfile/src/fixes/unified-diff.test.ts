import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { unifiedDiff } from "./unified-diff.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** What git makes of the files before, given the diffs. */
function appliedByGit(changes: { file: string; before: string; after: string }[]): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "mia-diff-"));
  folders.push(folder);
  const git = (args: string[], input = ""): void => {
    const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: "1" };
    execFileSync("git", args, { cwd: folder, input, env, stdio: ["pipe", "ignore", "pipe"] });
  };
  git(["init", "--quiet"]);
  for (const { file, before } of changes) {
    mkdirSync(path.dirname(`${folder}/${file}`), { recursive: true });
    writeFileSync(`${folder}/${file}`, before);
  }
  git(
    ["apply", "--whitespace=nowarn", "-"],
    changes.map((one) => unifiedDiff(one.file, one.before, one.after)).join(""),
  );
  return changes.map(({ file }) => readFileSync(`${folder}/${file}`, "utf8"));
}

const many = Array.from({ length: 40 }, (_, index) => `line ${index}\n`);
const change = (...at: number[]) =>
  many.map((line, index) => (at.includes(index) ? `new ${line}` : line)).join("");

test("reads as git writes it", () => {
  expect(unifiedDiff("a/Dockerfile", "FROM a\nRUN b\nRUN c", "FROM a\nRUN d\nRUN c\n")).toBe(
    [
      "diff --git a/a/Dockerfile b/a/Dockerfile",
      "--- a/a/Dockerfile",
      "+++ b/a/Dockerfile",
      "@@ -1,3 +1,3 @@",
      " FROM a",
      "-RUN b",
      "-RUN c",
      "\\ No newline at end of file",
      "+RUN d",
      "+RUN c",
      "",
    ].join("\n"),
  );
  expect(unifiedDiff("x", "a\n", "a\n")).toBe("");
  expect(unifiedDiff("x", many.join(""), change(2, 30)).match(/^@@.*$/gm)).toEqual([
    "@@ -1,6 +1,6 @@",
    "@@ -28,7 +28,7 @@",
  ]);
  expect(unifiedDiff("x", many.join(""), change(2, 9)).match(/^@@.*$/gm)).toEqual(["@@ -1,13 +1,13 @@"]);
  expect(unifiedDiff("x", many.join(""), change(20), 0).match(/^@@.*$/gm)).toEqual(["@@ -21,1 +21,1 @@"]);
});

test.each([
  ["one line", many.join(""), change(20)],
  ["the first and the last line", many.join(""), change(0, 39)],
  ["lines put in", many.join(""), change(5).replace("line 7\n", "line 7\nx\ny\n")],
  ["lines taken out", many.join(""), many.filter((_, index) => index % 7 !== 3).join("")],
  ["everything", "a\nb\n", "c\nd\ne\n"],
  ["a line end added at the end", "a\nb", "a\nb\n"],
  ["a line end taken from the end", "a\nb\n", "a\nb"],
  ["no line end before or after", "a\nb", "a\nc"],
  ["an empty file filled", "", "a\nb\n"],
  ["a file emptied", "a\nb\n", ""],
  ["line ends of Windows", "a\r\nb\r\nc\r\n", "a\r\nx\r\nc\r\n"],
  ["line ends changed", "a\r\nb\r\n", "a\nb\n"],
  ["other characters that end lines elsewhere", "a\u2028b\n\fc\rd\n", "a\u2028b\n\fx\rd\n"],
])("git applies a change of %s", (_, before, after) => {
  expect(appliedByGit([{ file: "f", before, after }])).toEqual([after]);
});

test.each(["with space/Do cker", 'quo"te', "back\\slash", "ümläut/漢字", "tab\there", "-dash", "b/x"])(
  "git finds the file %s",
  (file) => expect(appliedByGit([{ file, before: "a\n", after: "b\n" }])).toEqual(["b\n"]),
);

const linesIn = (text: string): string[] => [...(text.match(/.*\n|.+/g) ?? [])];

/** By the textbook's table. */
function longestInCommon(a: string[], b: string[]): number {
  let row = Array<number>(b.length + 1).fill(0);
  for (const line of a) {
    const next = [0];
    for (const [j, other] of b.entries())
      next.push(line === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

test("git applies what random changes make, and the diff is no longer than it must be", () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  const changes = Array.from({ length: 200 }, (_, index) => {
    const lines = Array.from({ length: random(30) }, () => "abcd"[random(4)] ?? "");
    const after = lines.flatMap((line) => [[line], [], [line, "x"], ["y"], [line], [line]][random(6)] ?? []);
    const text = (all: string[]) => all.join("\n") + (random(3) > 0 && all.length > 0 ? "\n" : "");
    return { file: `f${index}`, before: text(lines), after: text(after) };
  });
  expect(appliedByGit(changes)).toEqual(changes.map(({ after }) => after));
  for (const { file, before, after } of changes) {
    const [old, now] = [linesIn(before), linesIn(after)];
    const changed = unifiedDiff(file, before, after).match(/^[-+](?![-+]).*$/gm) ?? [];
    expect(changed.length).toBe(old.length + now.length - 2 * longestInCommon(old, now));
  }
});

test.each([
  ["differ in every line", 60_000, (index: number) => `other ${index}\n`],
  [
    "differ in every second line",
    60_000,
    (index: number) => (index % 2 ? `other ${index}\n` : `line ${index}\n`),
  ],
  ["repeat few lines in another order", 300_000, (index: number) => `${(index * 7) % 3}\n`],
])("a megabyte of lines that %s takes bounded time", (_, count, lineOf) => {
  const before = Array.from({ length: count }, (_unused, index) =>
    count > 100_000 ? `${index % 3}\n` : `line ${index}\n`,
  ).join("");
  const after = Array.from({ length: count }, (_unused, index) => lineOf(index)).join("");
  const started = performance.now();
  expect(unifiedDiff("f", before, `${after}x`)).toContain("\n+");
  expect(performance.now() - started).toBeLessThan(5000);
});
