import type { SourceLinks } from "@mia/summary";
import * as z from "zod";
import type { Host } from "./host.ts";

/** GitHub refuses webhook payloads above 25 MB. */
const maxEventBytes = 25_000_000;

const PullRequest = z.object({ pull_request: z.object({ head: z.object({ sha: z.string().max(64) }) }) });

/**
 * Where a reader finds the files of this run, or undefined outside a workflow. For a pull request it is the head
 * commit: GITHUB_SHA names a merge commit there, which nobody has seen and which vanishes with the next push.
 */
export async function sourceLinks({
  env,
  files,
}: Pick<Host, "env" | "files">): Promise<SourceLinks | undefined> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = env;
  if (!server || !repository || !sha) return undefined;
  return { server, repository, commit: (await headOfPullRequest({ env, files })) ?? sha };
}

async function headOfPullRequest({ env, files }: Pick<Host, "env" | "files">): Promise<string | undefined> {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = env;
  if (!path || (name !== "pull_request" && name !== "pull_request_target")) return undefined;
  try {
    const event = PullRequest.safeParse(JSON.parse(await files.read(path, { maxBytes: maxEventBytes })));
    return event.data?.pull_request.head.sha;
  } catch {
    // A link to the merge commit is better than no summary.
    return undefined;
  }
}
