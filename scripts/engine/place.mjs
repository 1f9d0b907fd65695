// Where the private engine keeps its things: what may be kept for years in a cache, what lives only as long as it runs.
import { createHash } from "node:crypto";
import { homedir, tmpdir } from "node:os";
import path from "node:path";

/**
 * @typedef {object} Place
 * @property {string} cache downloaded programs and the stand-in's root file system; safe to delete while nothing runs
 * @property {Kind} kind
 * @property {string} bin the downloaded programs; its number grows when their list does, so that an old cache is not mixed with a new one
 * @property {string} run sockets, configuration, pids, logs; gone when the engine stops
 * @property {string} data the engine's images and containers and the registry's blobs; gone when the engine stops
 * @property {string} id eight hex digits, this cache folder's own mark on bridges and control groups
 * @property {string} socket
 * @property {string} cgroup
 * @property {string} bridge
 */

/** @typedef {"engine" | "registry"} Kind what is run: an engine with its registry, or (beside an existing engine) a registry alone */

/**
 * `MIA_CACHE`, else the XDG cache folder. The run folder is elsewhere, since a unix socket's path may have
 * 107 bytes at most and a cache folder may lie deep.
 * @param {Kind} kind
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Place}
 */
export function place(kind, env = process.env) {
  const home = env.XDG_CACHE_HOME || path.join(homedir(), ".cache");
  const cache = path.resolve(env.MIA_CACHE || path.join(home, "model-image-actions"));
  const id = createHash("sha256").update(`${kind} ${cache}`).digest("hex").slice(0, 8);
  const uid = process.getuid?.() ?? 0;
  const run =
    uid === 0 && process.platform === "linux" ? `/run/mia-${id}` : path.join(tmpdir(), `mia-${uid}-${id}`);
  return {
    cache,
    kind,
    bin: path.join(cache, `${kind}-1`),
    run,
    data: path.join(cache, `${kind}-data`),
    id,
    socket: path.join(run, "docker.sock"),
    cgroup: `mia-${id}`,
    bridge: `mia-${id}`,
  };
}
