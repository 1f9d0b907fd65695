import {
  type Answer,
  askCommit,
  exitReason,
  gitAskEnvironment,
  gitSilence,
  type Host,
  hostOf,
  unaskable,
} from "@mia/action-kit";
import type { LockedSubmodule } from "@mia/catalog/lock";
import { withoutSecrets } from "@mia/step-result";
import { cancelled } from "./pip.ts";

/** What a repository's server says of a ref. `submodules` is null where only they could not be read. */
export interface GitTreeFacts {
  commit: string;
  submodules: LockedSubmodule[] | null;
  reason?: string;
}

/** Milliseconds for one fetch: a commit with its folders and no files. */
const fetchMs = 120_000;
const maxSubmodules = 200;

/**
 * Asks whether a repository has the commit, and which submodules that commit holds. Only the commit and its folders are fetched,
 * into an empty repository that the caller removes.
 */
export async function askTree(
  host: Host,
  folder: string,
  repository: string,
  ref: string | null,
): Promise<Answer<GitTreeFacts>> {
  const refused = unaskable(repository, ref);
  if (refused) return refused;
  const isCommit = ref !== null && /^[0-9a-f]{40}$/i.test(ref);
  const named: Answer = isCommit
    ? { state: "known", value: ref.toLowerCase() }
    : await askCommit(host, repository, ref);
  if (named.state !== "known") return named;
  const commit = named.value;
  const git = async (args: string[], onLine?: (line: string) => void) => {
    const exit = await host.exec("git", args, {
      cwd: folder,
      env: gitAskEnvironment,
      deadlineMs: fetchMs,
      ...(onLine && { onLine }),
    });
    if (exit.cancelled) throw cancelled();
    return exit;
  };
  const setUp = await git(["init", "--quiet", "--bare", "."]);
  if (setUp.code !== 0) return gitSilence(setUp, repository, fetchMs);
  // A remote with a name: git then knows where the one file that is read below comes from.
  await git(["config", "remote.origin.url", repository]);
  const fetched = await git([
    "fetch",
    "--quiet",
    "--depth=1",
    "--no-tags",
    "--filter=blob:none",
    "origin",
    commit,
  ]);
  if (fetched.code !== 0) {
    if (/not our ref/.test(fetched.stderr)) {
      const reason = `${hostOf(repository)} has no such commit in this repository`;
      return { state: "absent", reason, detail: exitReason(fetched, fetchMs) };
    }
    if (/unadvertised object|does not support shallow/.test(fetched.stderr)) {
      const reason = `${hostOf(repository)} does not give out single commits`;
      return { state: "silent", reason, detail: exitReason(fetched, fetchMs), unreachable: false };
    }
    return gitSilence(fetched, repository, fetchMs);
  }
  const links: { path: string; commit: string }[] = [];
  // Line by line: the whole list of a large repository is never held.
  const listed = await git(["-c", "core.quotePath=false", "ls-tree", "-r", commit], (line) => {
    const link = /^160000 commit ([0-9a-f]{40})\t(.{1,1000})$/u.exec(line);
    if (link && links.length <= maxSubmodules) links.push({ commit: link[1] ?? "", path: link[2] ?? "" });
  });
  if (listed.code !== 0) return known(commit, null, "git could not list its folders");
  if (links.length === 0) return known(commit, []);
  if (links.length > maxSubmodules)
    return known(commit, null, `it has more than ${maxSubmodules} submodules`);
  if (links.some(({ path }) => /^"|[\p{Cc}\u2028\u2029\ufffd]/u.test(path)))
    return known(commit, null, "a submodule has a name that cannot be written down");
  const addresses = await git([
    "config",
    "--null",
    `--blob=${commit}:.gitmodules`,
    "--get-regexp",
    "^submodule\\..*\\.(path|url)$",
  ]);
  const urls = urlsByPath(addresses.stdout);
  return known(
    commit,
    links.map(({ path, commit: own }) => ({ path, repository: urls.get(path) ?? null, commit: own })),
  );
}

function known(commit: string, submodules: LockedSubmodule[] | null, reason?: string): Answer<GitTreeFacts> {
  return { state: "known", value: { commit, submodules, ...(reason && { reason }) } };
}

/** Where .gitmodules says each path comes from: `submodule.NAME.path LF VALUE NUL`, and the same with `url`. */
function urlsByPath(text: string): Map<string, string> {
  const byName = new Map<string, { path?: string; url?: string }>();
  for (const record of text.split("\0").slice(0, 2 * maxSubmodules + 10)) {
    const match = /^submodule\.(.{1,1000})\.(path|url)\n(.{1,2000})$/su.exec(record);
    if (!match) continue;
    const [, name = "", key, value = ""] = match;
    byName.set(name, { ...byName.get(name), [key as "path" | "url"]: value });
  }
  const found = new Map<string, string>();
  for (const { path, url } of byName.values()) {
    const address = url && withoutSecrets(url);
    if (path && address && /^[^\s\p{Cc}]+$/u.test(address)) found.set(path, address);
  }
  return found;
}
