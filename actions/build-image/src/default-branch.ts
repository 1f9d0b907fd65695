import type { Host } from "@mia/action-kit";

/** GitHub refuses webhook payloads above 25 MB (docs: webhook events and payloads, "Payload cap"). */
const maxEventBytes = 25_000_000;

/** The repository's default branch, as the event that started the workflow says it; undefined where it does not. */
export async function defaultBranch({ env, files }: Host): Promise<string | undefined> {
  const path = env.GITHUB_EVENT_PATH;
  if (!path) return undefined;
  try {
    const event = JSON.parse(await files.read(path, { maxBytes: maxEventBytes })) as {
      repository?: { default_branch?: unknown };
    } | null;
    const branch = event?.repository?.default_branch;
    return typeof branch === "string" ? branch : undefined;
  } catch {
    return undefined;
  }
}
