/** A git tree as a URL names it. */
export interface GitSource {
  repository: string;
  /** Branch, tag or commit; undefined where the default branch is taken. */
  ref: string | undefined;
}

export function isFullCommit(ref: string): boolean {
  return /^[0-9a-f]{40}$/i.test(ref);
}

/** A source of ADD that the builder treats as a git repository; undefined for any other. */
export function gitSourceOfAdd(source: string): GitSource | undefined {
  const match = /^((?:(?:https?|git|ssh):\/\/|git@)[^#?\s]+?)(\?[^#]*)?(?:#(.*))?$/s.exec(source);
  const repository = match?.[1] ?? "";
  const isGit = /^(?:git:|ssh:|git@)/.test(repository) || /^https?:.*\.git\/?$/.test(repository);
  if (!match || !isGit) return undefined;
  const query = new URLSearchParams(match[2] ?? "");
  const ref = match[3]?.split(":", 1)[0] || query.get("commit") || query.get("ref") || query.get("tag");
  return { repository, ref: ref || query.get("branch") || undefined };
}

/** `git+https://github.com/o/r@ref#egg=name`, as pip reads it. */
export function gitSourceOfPip(url: string): GitSource | undefined {
  const match = /^git\+((?:https?|ssh|git|file):\/\/(?:[^@/\s]+@)?[^@#\s]+)(?:@([^#\s]+))?/.exec(url);
  return match ? { repository: match[1] ?? "", ref: match[2] } : undefined;
}

/** One name for a repository, however its URL is written. */
export function repositoryKey(url: string): string {
  return url
    .toLowerCase()
    .replace(/^git@([^:/]+):/, "https://$1/")
    .replace(/^(?:git\+)?\w+:\/\/(?:[^@/]*@)?/, "")
    .replace(/\/+$/, "")
    .replace(/\.git$/, "");
}
