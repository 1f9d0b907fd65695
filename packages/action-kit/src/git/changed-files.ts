import type { Exit, Host } from "../host.ts";
import { plainLine } from "../plain-text.ts";
import type { Comparison } from "./comparison.ts";

/** Either the files a change touches, relative to the workspace, or why that cannot be known. */
export type ChangedFiles = { known: true; files: string[]; base: string } | { known: false; reason: string };

/** A list this long touches everything anyhow; more is not read. */
const maxListBytes = 16 * 1024 * 1024;

/**
 * Asks git which files differ between the comparison's base and HEAD, without following renames: both the old and the
 * new path are then named. Never throws: a base that is not there (shallow clone, rewritten branch) is an answer.
 */
export async function changedFiles(host: Host, comparison: Comparison): Promise<ChangedFiles> {
  const base = await baseCommit(host, comparison);
  if ("reason" in base) return { known: false, reason: base.reason };
  const options = ["--no-ext-diff", "--name-only", "-z", "--no-renames", "--relative"];
  const diff = await git(host, ["diff", ...options, base.commit, "HEAD", "--"]);
  if (diff.code !== 0) return { known: false, reason: `git diff failed: ${firstLine(diff)}` };
  if (Buffer.byteLength(diff.stdout) >= maxListBytes)
    return { known: false, reason: `the change names more than ${maxListBytes} bytes of files` };
  return { known: true, files: diff.stdout.split("\0").filter((file) => file !== ""), base: base.commit };
}

/** The commit that a comparison starts from, or why there is none. */
export async function baseCommit(
  host: Host,
  { ref, fromMergeBase }: Comparison,
): Promise<{ commit: string } | { reason: string }> {
  const shown = plainLine(ref).slice(0, 80);
  const found = await git(host, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (found.notStarted) return { reason: `git could not be started (${found.notStarted})` };
  const shallow = (await git(host, ["rev-parse", "--is-shallow-repository"])).stdout.trim() === "true";
  if (found.code !== 0) return { reason: absent(shown, shallow, found) };
  const commit = found.stdout.trim();
  return fromMergeBase ? mergeBase(host, commit, shallow) : { commit };
}

/**
 * The commit at which HEAD left the base's branch. A shallow clone lacks history, so that git may find an older
 * common commit, or none; only a base that HEAD itself contains is certain there.
 */
async function mergeBase(
  host: Host,
  commit: string,
  shallow: boolean,
): Promise<{ commit: string } | { reason: string }> {
  const found = await git(host, ["merge-base", commit, "HEAD"]);
  const merged = found.stdout.trim();
  if (found.code === 0 && (!shallow || merged === commit)) return { commit: merged };
  if (shallow)
    return {
      reason: "the clone is shallow and does not reach the merge base; check out with fetch-depth: 0",
    };
  return { reason: `HEAD and ${commit.slice(0, 12)} have no common commit` };
}

function absent(shown: string, shallow: boolean, exit: Exit): string {
  if (shallow) return `the clone is shallow and does not hold ${shown}; check out with fetch-depth: 0`;
  const said = firstLine(exit);
  return said === "" ? `the repository does not hold ${shown}` : `git does not answer: ${said}`;
}

export function firstLine({ stderr }: Exit): string {
  return plainLine(stderr.trim().split("\n", 1)[0] ?? "").slice(0, 300);
}

/** Git, asked for a fact: no locks, no questions, no translations. */
export function git(host: Host, args: string[]): Promise<Exit> {
  const env = { GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
  return host.exec("git", args, { env, maxBytes: maxListBytes, deadlineMs: 60_000 });
}
