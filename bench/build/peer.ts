import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

export const peerName = "docker/build-push-action";
const version = "v7.3.0";

export interface Peer {
  folder: string;
  /** Its version, or where it came from. */
  version: string;
}

/**
 * The released bundle of docker/build-push-action: from the folder in BUILD_PUSH_ACTION, else cloned at a fixed version.
 * A string says why there is none.
 */
export function findPeer(scratch: string): Peer | string {
  const given = process.env.BUILD_PUSH_ACTION;
  if (given) {
    return existsSync(path.join(given, "action.yml"))
      ? { folder: path.resolve(given), version: "the copy in BUILD_PUSH_ACTION" }
      : `BUILD_PUSH_ACTION names ${given}, which holds no action.yml`;
  }
  const folder = path.join(scratch, "build-push-action");
  const from = ["--depth", "1", "--branch", version, `https://github.com/${peerName}`];
  const { status } = spawnSync("git", ["clone", "--quiet", ...from, folder], {
    stdio: "ignore",
    timeout: 120_000,
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0" },
  });
  return status === 0
    ? { folder, version }
    : `${peerName} ${version} cannot be cloned here; name a copy in BUILD_PUSH_ACTION`;
}
