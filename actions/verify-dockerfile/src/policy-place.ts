import { posix } from "node:path";
import type { Host } from "@mia/action-kit";

/** Where a policy file lies, and what its own paths are relative to. */
export interface PolicyPlace {
  /** Relative to the workspace, as everything that findings name. */
  file: string;
  /** The folder its paths start from: the workspace, or its own where it lies above; relative to the workspace. */
  folder: string;
  /** A path relative to the workspace as one relative to that folder. */
  toOwn(path: string): string;
}

/** Found without being named, in the workspace or above it. */
export const defaultPolicy = "mia-policy.yaml";

/** Folders above the workspace that are looked into. */
const maxFolders = 64;

/**
 * The nearest mia-policy.yaml from the workspace up to the top of its git repository; outside of a repository, that of the
 * workspace alone. A job's workspace is the top, whatever lies above it.
 */
export async function findPolicy(host: Host): Promise<PolicyPlace | undefined> {
  const { files, env, workspace } = host;
  const folders: string[] = [];
  let isRepository = false;
  for (let folder = "."; folders.length < maxFolders; folder = posix.join("..", folder)) {
    folders.push(folder);
    const absolute = files.absolute(folder);
    const isTop = env.GITHUB_WORKSPACE !== undefined && absolute === files.absolute(env.GITHUB_WORKSPACE);
    isRepository = isTop || (await files.entry(posix.join(folder, ".git"))) !== undefined;
    if (isRepository || absolute === files.absolute(posix.join("..", folder))) break;
  }
  for (const folder of isRepository ? folders : ["."]) {
    const file = posix.join(folder, defaultPolicy);
    if (await files.exists(file)) return placeOfPolicy({ files, workspace }, file);
  }
  return undefined;
}

/** A file above the workspace speaks of the folder it lies in; any other of the workspace. */
export function placeOfPolicy(
  { files, workspace }: Pick<Host, "files" | "workspace">,
  named: string,
): PolicyPlace {
  const file = files.relative(named);
  const folder = /^(?:\.\.\/)+[^/]+$/.test(file) ? posix.dirname(file) : ".";
  const depth = folder === "." ? 0 : folder.split("/").length;
  const below = depth === 0 ? [] : workspace.split(/[\\/]+/).slice(-depth);
  return { file, folder, toOwn: (path) => posix.join(...below, path) };
}
