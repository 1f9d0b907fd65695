import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testHost } from "../testing.ts";
import { changedLines } from "./changed-lines.ts";

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), "mia-lines-"));
  git("init", "--quiet");
});
afterEach(() => rmSync(workspace, { recursive: true }));

function git(...args: string[]): string {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
  return execFileSync("git", [...identity, ...args], { cwd: workspace, encoding: "utf8" });
}

function commit(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
    writeFileSync(path.join(workspace, name), text);
  }
  git("add", "--all");
  git("commit", "--quiet", "--message", "x");
}

async function lines(ref = "HEAD~1") {
  const found = await changedLines(testHost(workspace), { ref, fromMergeBase: false });
  return found.known ? Object.fromEntries(found.lines) : found.reason;
}

test("added, rewritten and removed lines, in files of any name", async () => {
  const before = "a\nb\nc\nd\ne\n";
  commit({ "x y/Dockerfile": before, 'q"uote': before, gone: before, "-- a": before });
  commit({
    "x y/Dockerfile": "a\nB\nc\nd\ne\nf\n",
    'q"uote': "a\nc\nd\ne\n",
    "-- a": "-- a\n++ b/other\nb\n",
  });
  writeFileSync(path.join(workspace, "new"), "1\n");
  expect(await lines()).toEqual({
    "x y/Dockerfile": [
      [2, 2],
      [6, 6],
    ],
    'q"uote': [[1, 2]],
    "-- a": [
      [1, 2],
      [3, 4],
    ],
    new: [[1, Number.MAX_SAFE_INTEGER]],
  });
});

test("a base that is not there is an answer", async () => {
  commit({ a: "1" });
  expect(await lines("nowhere")).toMatch(/does not hold nowhere/);
});
