import type { Host } from "../host.ts";
import { baseCommit, firstLine, git } from "./changed-files.ts";
import type { Comparison } from "./comparison.ts";

/** Lines that a change added or rewrote, as ranges that include both ends, by path relative to the workspace. */
export type ChangedLines =
  | { known: true; lines: ReadonlyMap<string, readonly (readonly [number, number])[]>; base: string }
  | { known: false; reason: string };

/**
 * Asks git which lines of the working tree differ from the comparison's base; a file git does not know yet counts as
 * changed from its first line to its last. Never throws.
 */
export async function changedLines(host: Host, comparison: Comparison): Promise<ChangedLines> {
  const base = await baseCommit(host, comparison);
  if ("reason" in base) return { known: false, reason: base.reason };
  const plain = ["--no-ext-diff", "--no-color", "--no-renames", "--relative", "--unified=0"];
  const prefixes = ["--src-prefix=a/", "--dst-prefix=b/", "--no-textconv"];
  const [diff, untracked] = await Promise.all([
    git(host, ["-c", "core.quotePath=false", "diff", ...plain, ...prefixes, base.commit, "--"]),
    git(host, ["ls-files", "-z", "--others", "--exclude-standard"]),
  ]);
  for (const exit of [diff, untracked]) {
    if (exit.code !== 0) return { known: false, reason: `git failed: ${firstLine(exit)}` };
  }
  const lines = readDiff(diff.stdout);
  for (const file of untracked.stdout.split("\0")) {
    if (file !== "") lines.set(file, [[1, Number.MAX_SAFE_INTEGER]]);
  }
  return { known: true, lines, base: base.commit };
}

/** The new sides of a diff without context lines. */
export function readDiff(diff: string): Map<string, [number, number][]> {
  const found = new Map<string, [number, number][]>();
  let ranges: [number, number][] = [];
  // Lines of a hunk begin with `-`, `+` or `\`, but a removed `-- a` reads `--- a`: they are counted, not guessed.
  let left = 0;
  for (const line of diff.split("\n")) {
    if (left > 0) {
      if (!line.startsWith("\\")) left -= 1;
      continue;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk) {
      const [removed, first, added] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)];
      left = removed + added;
      // Where lines only went away, the line before and the one behind the gap are what is left to look at.
      ranges.push(added > 0 ? [first, first + added - 1] : [Math.max(1, first), first + 1]);
      continue;
    }
    const file = /^\+\+\+ b\/(.*?)\t?$/.exec(line)?.[1] ?? unquoted(/^\+\+\+ ("b\/.*")\t?$/.exec(line)?.[1]);
    if (file !== undefined) {
      ranges = [];
      found.set(file, ranges);
    }
  }
  return found;
}

/** Git quotes a path with control characters, quotes or backslashes as C does. */
function unquoted(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const plain: Record<string, string> = { n: "\n", t: "\t", r: "\r", '"': '"', "\\": "\\" };
  return path.slice(3, -1).replace(/\\([ntr"\\])/g, (_, mark: string) => plain[mark] ?? mark);
}
