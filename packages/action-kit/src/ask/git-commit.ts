import type { Exit, Host } from "../host.ts";
import { type Answer, answerDeadlineMs, exitReason, isUnreachable } from "./answer.ts";

/** git must neither ask a person, nor run programs or read files of this machine for an address somebody wrote down. */
export const gitAskEnvironment: Record<string, string> = {
  GIT_TERMINAL_PROMPT: "0",
  GIT_ALLOW_PROTOCOL: "http:https",
  GIT_ASKPASS: "true",
  LC_ALL: "C",
};

/** The commit a branch or tag of a public repository names; of an annotated tag, the commit and not the tag. Null: its HEAD. */
export async function askCommit(host: Host, repository: string, ref: string | null): Promise<Answer> {
  const refused = unaskable(repository, ref);
  if (refused) return refused;
  const names = ref === null ? ["HEAD"] : [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/tags/${ref}^{}`];
  const exit = await host.exec("git", ["ls-remote", "--exit-code", "--", repository, ...names], {
    env: gitAskEnvironment,
    deadlineMs: answerDeadlineMs,
  });
  const lines = exit.stdout.split("\n").map((line) => line.split("\t"));
  const commitAt = (name: string): string | undefined => lines.find((line) => line[1] === name)?.[0];
  const commit = ref === null ? commitAt("HEAD") : ofRef(commitAt, ref);
  if (commit && /^[0-9a-f]{40}$/.test(commit)) return { state: "known", value: commit };
  // ls-remote ends with 2 where it was answered, and no name matches.
  if (exit.code === 2 && exit.stderr.trim() === "") {
    const reason = `${hostOf(repository)} has no branch or tag of that name`;
    return { state: "absent", reason, detail: exitReason(exit, answerDeadlineMs) };
  }
  return gitSilence(exit, repository, answerDeadlineMs);
}

function ofRef(commitAt: (name: string) => string | undefined, ref: string): string | undefined {
  return commitAt(`refs/tags/${ref}^{}`) ?? commitAt(`refs/tags/${ref}`) ?? commitAt(`refs/heads/${ref}`);
}

/** An address or a name that is not put to git at all. */
export function unaskable(repository: string, ref: string | null): Answer<never> | undefined {
  const reason = !/^https?:\/\/[^\s/]/.test(repository)
    ? "only repositories behind http and https are asked"
    : ref?.startsWith("-")
      ? "no branch or tag begins with a hyphen"
      : undefined;
  return reason === undefined ? undefined : { state: "silent", reason, detail: reason, unreachable: false };
}

/** Why git came back without an answer. */
export function gitSilence(exit: Exit, repository: string, deadlineMs: number): Answer<never> {
  const detail = exitReason(exit, deadlineMs);
  const server = hostOf(repository);
  const silent = (reason: string, unreachable: boolean): Answer<never> => ({
    state: "silent",
    reason,
    detail,
    unreachable,
  });
  if (exit.notStarted) return silent("there was no git to ask with", true);
  if (isUnreachable(exit)) return silent(`${server} could not be reached`, true);
  if (
    /could not read Username|Authentication failed|terminal prompts disabled|error: 40[13]/i.test(exit.stderr)
  )
    return silent(`${server} refused to say it`, false);
  if (/not found/i.test(exit.stderr)) return silent(`${server} shows no such repository`, false);
  return silent("git could not find it out", false);
}

/** The host of an http address, without password; the address itself is somebody's text. */
export function hostOf(repository: string): string {
  return (
    /^https?:\/\/(?:[^/@]*@)?([\w.-]{1,253}(?::\d{1,5})?)/.exec(repository)?.[1]?.toLowerCase() ?? "the host"
  );
}
