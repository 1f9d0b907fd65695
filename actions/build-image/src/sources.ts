import { type Host, StepFailure } from "@mia/action-kit";
import type { BuildPair } from "@mia/container";

const ownRuntime = "images/runtime";

/** What a build reads from the disk, before it starts: docker's own words for a missing folder name no input. */
export async function checkSources(
  host: Host,
  sources: { folder: string; runtimeContext: string; contexts: readonly BuildPair[] },
): Promise<void> {
  const problems: string[] = [];
  if ((await host.files.kind(`${sources.folder}/Dockerfile`)) !== "file") {
    problems.push(`${sources.folder} holds no Dockerfile`);
  }
  if ((await host.files.kind(sources.runtimeContext)) !== "folder") {
    problems.push(`input "runtime-context" names ${sources.runtimeContext}, which is no folder`);
  }
  for (const { name, value } of sources.contexts) {
    if (!value || !isPath(value) || (await host.files.kind(value)) === "folder") continue;
    problems.push(`input "build-contexts" sets ${name} to ${value}, which is no folder`);
  }
  if (problems.length === 0) return;
  const remedy = "Paths are relative to the workspace; write docker-image://REFERENCE for an image.";
  throw new StepFailure({ code: "invalid-input", message: problems.join("; "), remedy });
}

/** Anything with a scheme, and the short form of a git address, is buildx's to fetch. */
function isPath(value: string): boolean {
  return !/^[a-z][a-z0-9+-]*:\/\/|^[\w.-]+@[\w.-]+:|^target:/i.test(value);
}

/** The package that runs inside every image: the caller's choice, the workspace's own, or the one that ships with us. */
export async function runtimeContext(host: Host, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  return (await host.files.kind(ownRuntime)) === "folder" ? ownRuntime : `${host.ownFolder}/${ownRuntime}`;
}

/** Whether a folder is the workspace's own runtime or the one that ships with us, however its path is written. */
export function isOwnRuntime(host: Host, folder: string): boolean {
  const own = [ownRuntime, `${host.ownFolder}/${ownRuntime}`];
  return own.some((path) => host.files.absolute(path) === host.files.absolute(folder));
}
