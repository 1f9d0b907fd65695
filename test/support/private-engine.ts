import { execFileSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { keep } from "../../scripts/engine/keep.mjs";
import { place } from "../../scripts/engine/place.mjs";

const snapshots = "engine/containerd/daemon/io.containerd.snapshotter.v1.overlayfs/snapshots";

export interface PrivateEngine {
  /** For every child process that shall talk to this engine. */
  env: Record<string, string>;
  /** Its registry, `127.0.0.1:PORT`. */
  registry: string;
  pid: number;
  stop(): Promise<void>;
}

/** Why no engine of a test's own can be started here; undefined where one can. */
export function noPrivateEngine(): string | undefined {
  if (process.getuid?.() !== 0) return "an engine of its own needs root";
  const { bin } = place("engine");
  return existsSync(bin) ? undefined : `its programs are not in ${bin}`;
}

/**
 * An engine that a test may fill, break and kill: empty, and nobody else's. The keeper of scripts/engine ends it with this process. `dataMiB`
 * puts the files of images and builds on a file system of that size in memory.
 */
export async function startPrivateEngine({ dataMiB }: { dataMiB?: number } = {}): Promise<PrivateEngine> {
  const shared = place("engine");
  // On the disk of the programs, since links cannot leave it: by the path of its programs an engine's processes are told from another's.
  const cache = mkdtempSync(path.join(shared.cache, "test-engine-"));
  const home = place("engine", { MIA_CACHE: cache });
  mkdirSync(home.bin);
  for (const name of readdirSync(shared.bin))
    linkSync(path.join(shared.bin, name), path.join(home.bin, name));
  const log = (line: string): void => void process.stderr.write(`engine: ${line}\n`);
  const { state, stop } = await keep(home, { log, keep: false });
  // After the start, which empties the folder; the engine keeps the files of images and builds there, and opens them by path.
  if (dataMiB !== undefined)
    execFileSync("mount", [
      "-t",
      "tmpfs",
      "-o",
      `size=${dataMiB}m`,
      "mia-test",
      path.join(home.data, snapshots),
    ]);
  const env = {
    DOCKER_HOST: `unix://${home.socket}`,
    DOCKER_CONFIG: path.join(home.run, "docker"),
    BUILDX_BUILDER: "default",
  };
  const pid = state.servers.find(({ name }) => name === "dockerd")?.pid ?? 0;
  const end = async (): Promise<void> => {
    await stop();
    rmSync(home.run, { recursive: true, force: true });
    rmSync(cache, { recursive: true, force: true });
  };
  return { env, registry: state.registry, pid, stop: end };
}
