import { type Host, plainLine } from "@mia/action-kit";

/** Milliseconds a server has for one answer. */
const deadlineMs = 30_000;

/** The commit a branch or tag of a public repository names; of an annotated tag, the commit and not the tag. */
export async function commitOf(host: Host, repository: string, ref: string): Promise<string | undefined> {
  // Other transports run programs or read files of this machine.
  if (!/^https?:\/\//.test(repository) || ref.startsWith("-")) return undefined;
  const env = {
    GIT_TERMINAL_PROMPT: "0",
    GIT_ALLOW_PROTOCOL: "http:https",
    GIT_ASKPASS: "true",
    LC_ALL: "C",
  };
  const names = [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/tags/${ref}^{}`];
  const exit = await host.exec("git", ["ls-remote", "--exit-code", "--", repository, ...names], {
    env,
    deadlineMs,
  });
  const lines = exit.stdout.split("\n").map((line) => line.split("\t"));
  const commitAt = (name: string): string | undefined => lines.find((line) => line[1] === name)?.[0];
  const commit =
    commitAt(`refs/tags/${ref}^{}`) ?? commitAt(`refs/tags/${ref}`) ?? commitAt(`refs/heads/${ref}`);
  if (commit && /^[0-9a-f]{40}$/.test(commit)) return commit;
  host.log.warn(`${plainLine(repository)} does not say what ${plainLine(ref)} is: ${reasonOf(exit)}`);
  return undefined;
}

/** The digest of what a tag names now: of the index, where there is one. */
export async function digestOf(host: Host, reference: string): Promise<string | undefined> {
  if (reference.startsWith("-")) return undefined;
  const args = ["buildx", "imagetools", "inspect", "--format", "{{json .Manifest.Digest}}", reference];
  const exit = await host.exec("docker", args, { deadlineMs });
  const digest = /"(sha256:[0-9a-f]{64})"/.exec(exit.stdout)?.[1];
  if (exit.code === 0 && digest) return digest;
  host.log.warn(`the digest of ${plainLine(reference)} is not known: ${reasonOf(exit)}`);
  return undefined;
}

function reasonOf({ notStarted, timedOut, stderr, code }: Awaited<ReturnType<Host["exec"]>>): string {
  if (notStarted) return notStarted;
  if (timedOut) return `no answer within ${deadlineMs / 1000} s`;
  const said = stderr.trim().split("\n").at(-1) ?? "";
  return said === "" ? `exit code ${code}` : plainLine(said).slice(0, 300);
}
