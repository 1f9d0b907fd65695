import { type Answer, askCommit, askDigest, type Host, plainLine } from "@mia/action-kit";

/** The commit a branch or tag of a public repository names; of an annotated tag, the commit and not the tag. */
export async function commitOf(host: Host, repository: string, ref: string): Promise<string | undefined> {
  // Other transports run programs or read files of this machine.
  if (!/^https?:\/\//.test(repository) || ref.startsWith("-")) return undefined;
  const answer = await askCommit(host, repository, ref);
  return knownOrWarn(host, answer, `${plainLine(repository)} does not say what ${plainLine(ref)} is`);
}

/** The digest of what a tag names now: of the index, where there is one. */
export async function digestOf(host: Host, reference: string): Promise<string | undefined> {
  if (reference.startsWith("-")) return undefined;
  const answer = await askDigest(host, reference);
  return knownOrWarn(host, answer, `the digest of ${plainLine(reference)} is not known`);
}

function knownOrWarn(host: Host, answer: Answer, lament: string): string | undefined {
  if (answer.state === "known") return answer.value;
  host.log.warn(`${lament}: ${answer.detail}`);
  return undefined;
}
