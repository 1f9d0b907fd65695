import { changedRuns, type Run } from "./changed-runs.ts";
import { quotePath } from "./quote-path.ts";

/** The changes of one file as `git diff` writes them and `git apply` reads them; empty where nothing changed. */
export function unifiedDiff(path: string, before: string, after: string, context = 3): string {
  if (before === after) return "";
  const old = linesOf(before);
  const now = linesOf(after);
  const [a, b] = [quotePath(`a/${path}`), quotePath(`b/${path}`)];
  // Behind a name with a space, a tab says where the name ends.
  const tab = /\s/.test(path) ? "\t" : "";
  const head = `diff --git ${a} ${b}\n--- ${a}${tab}\n+++ ${b}${tab}\n`;
  const hunks = hunksOf(changedRuns(old, now), context, old.length);
  return head + hunks.map((runs) => writeHunk(runs, old, now, context)).join("");
}

/** The lines with their ends; the last one may have none. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Runs whose context would meet stand in one hunk. */
function hunksOf(runs: readonly Run[], context: number, length: number): Run[][] {
  const hunks: Run[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    if (run.oldStart - context <= reach) hunks.at(-1)?.push(run);
    else hunks.push([run]);
    reach = Math.min(run.oldEnd + context, length);
  }
  return hunks;
}

function writeHunk(runs: readonly Run[], old: string[], now: string[], context: number): string {
  const first = runs[0] as Run;
  const last = runs.at(-1) as Run;
  const from = Math.max(0, first.oldStart - context);
  const to = Math.min(old.length, last.oldEnd + context);
  const nowFrom = first.nowStart - (first.oldStart - from);
  const nowTo = last.nowEnd + (to - last.oldEnd);
  const parts: string[] = [`@@ -${range(from, to)} +${range(nowFrom, nowTo)} @@\n`];
  const put = (sign: string, lines: readonly string[], start: number, end: number): void => {
    for (let at = start; at < end; at++) parts.push(write(sign, lines[at] as string));
  };
  let at = from;
  for (const { oldStart, oldEnd, nowStart, nowEnd } of runs) {
    put(" ", old, at, oldStart);
    put("-", old, oldStart, oldEnd);
    put("+", now, nowStart, nowEnd);
    at = oldEnd;
  }
  put(" ", old, at, to);
  return parts.join("");
}

/** A range without lines is named by the line before it. */
function range(from: number, to: number): string {
  return to === from ? `${from},0` : `${from + 1},${to - from}`;
}

function write(sign: string, line: string): string {
  return line.endsWith("\n") ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}
