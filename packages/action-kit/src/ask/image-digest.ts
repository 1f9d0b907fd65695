import type { Host } from "../host.ts";
import { type Answer, answerDeadlineMs, exitReason, isUnreachable } from "./answer.ts";

/** The digest of what an image's name means now: of the index, where there is one. Asked by `docker buildx imagetools`. */
export async function askDigest(host: Host, reference: string): Promise<Answer> {
  const deadlineMs = answerDeadlineMs;
  if (!/^[A-Za-z0-9][\w.:/@-]{0,700}$/.test(reference)) {
    const reason = "its name is not one that a registry knows";
    return { state: "silent", reason, detail: reason, unreachable: false };
  }
  const args = ["buildx", "imagetools", "inspect", "--format", "{{json .Manifest.Digest}}", reference];
  const exit = await host.exec("docker", args, { deadlineMs });
  const value = /"(sha256:[0-9a-f]{64})"/.exec(exit.stdout)?.[1];
  if (exit.code === 0 && value) return { state: "known", value };
  const detail = exitReason(exit, deadlineMs);
  const registry = registryOf(reference);
  const { stderr } = exit;
  if (isAbsent(stderr)) return { state: "absent", reason: `${registry} has no such tag`, detail };
  const silent = (reason: string, isLost: boolean): Answer => ({
    state: "silent",
    reason,
    detail,
    unreachable: isLost,
  });
  if (exit.notStarted) return silent("there was no docker to ask with", true);
  if (/unknown (?:command|flag|shorthand)|is not a docker command/.test(stderr))
    return silent("docker had no buildx to ask with", true);
  if (isUnreachable(exit)) return silent(`${registry} could not be reached`, true);
  if (/\b429\b|toomanyrequests/i.test(stderr)) return silent(`${registry} had been asked too often`, true);
  if (/\b40[13]\b|unauthorized|denied/i.test(stderr)) return silent(`${registry} refused to say it`, false);
  return silent("docker could not find it out", false);
}

function isAbsent(stderr: string): boolean {
  if (/executable file/.test(stderr)) return false;
  return /manifest[ _]unknown|name[ _]unknown|: not found\s*$/i.test(stderr);
}

/** The registry an image's name points at: `docker.io` where it has no host in front. */
export function registryOf(reference: string): string {
  const [first = "", ...rest] = reference.split("/");
  return rest.length > 0 && (/[.:]/.test(first) || first === "localhost") ? first : "docker.io";
}
