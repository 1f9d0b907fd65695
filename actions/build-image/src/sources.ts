import type { Host } from "@mia/action-kit";
import type { BuildPair } from "@mia/container";

const ownRuntime = "images/runtime";

/** What of the files a build reads is not there: docker's own words for a missing folder name no input. */
export async function sourceProblems(
  host: Host,
  sources: {
    folder: string;
    file: string | undefined;
    runtimeContext: string;
    contexts: readonly BuildPair[];
  },
): Promise<string[]> {
  const { folder, file, runtimeContext: runtime, contexts } = sources;
  const problems: string[] = [];
  if ((await host.files.kind(file ?? `${folder}/Dockerfile`)) !== "file") {
    problems.push(
      file === undefined ? `${folder} holds no Dockerfile` : `input "file" names ${file}, which is no file`,
    );
  }
  if ((await host.files.kind(runtime)) !== "folder") {
    problems.push(`input "runtime-context" names ${runtime}, which is no folder`);
  }
  for (const { name, value } of contexts) {
    if (!value || !isPath(value) || (await host.files.kind(value)) === "folder") continue;
    problems.push(`input "build-contexts" sets ${name} to ${value}, which is no folder`);
  }
  return problems;
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
