import { withoutSecrets } from "@mia/step-result";
import type { Exit } from "../host.ts";
import { plainLine } from "../plain-text.ts";

/**
 * What somebody else's server said. `absent`: it answered, and has no such thing. `silent`: nobody knows. `reason` is the same on every
 * machine and may be written into files; `detail` is what the program said, for the log alone. `unreachable`: no use to ask that
 * host again.
 */
export type Answer<T = string> =
  | { state: "known"; value: T }
  | { state: "absent"; reason: string; detail: string }
  | { state: "silent"; reason: string; detail: string; unreachable: boolean };

/** Milliseconds a server has for one answer. */
export const answerDeadlineMs = 30_000;

/** Why a program that asked came back without an answer, in one line without passwords and tokens. */
export function exitReason(exit: Exit, deadlineMs = answerDeadlineMs): string {
  const { notStarted, timedOut, stderr, code } = exit;
  if (notStarted) return notStarted;
  if (timedOut) return `no answer within ${deadlineMs / 1000} s`;
  const lines = stderr.trim().split("\n");
  // Docker ends with a hint on its help.
  const said = lines.findLast((line) => line.trim() !== "" && !/^Run '.*--help'/.test(line)) ?? "";
  return said === "" ? `exit code ${code}` : withoutSecrets(plainLine(said)).slice(0, 300);
}

/** What the resolvers and sockets of git, docker and pip say when there is no way to a host. */
export function isUnreachable({ timedOut, stderr }: Pick<Exit, "timedOut" | "stderr">): boolean {
  return timedOut || unreachable.test(stderr);
}

const unreachable =
  /could not resolve host|no such host|name or service not known|name resolution|failed to connect|couldn't connect|connection (?:timed out|refused|reset)|network is unreachable|no route to host|i\/o timeout|deadline exceeded|tls handshake timeout|operation timed out/i;
