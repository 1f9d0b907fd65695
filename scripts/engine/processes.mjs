// Which processes are alive and ours. A pid alone is no proof (numbers are used again), a pid with its start time is.
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import path from "node:path";

/**
 * A process's identity, `<pid>-<start time in clock ticks since boot>`; nothing when it has ended.
 * Without /proc (macOS) the pid alone must do.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function identity(pid) {
  try {
    if (process.platform !== "linux") return process.kill(pid, 0) ? `${pid}-0` : undefined;
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may hold spaces; state and start time come after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : `${pid}-${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** @param {string | undefined} known what `identity` said earlier */
export function alive(known) {
  return known !== undefined && identity(Number.parseInt(known, 10)) === known;
}

/** What an engine leaves running when it is killed; the docker client is somebody's own command and stays. */
const SERVERS = new Set([
  "dockerd",
  "docker-proxy",
  "containerd",
  "containerd-shim-runc-v2",
  "runc",
  "docker-registry",
]);

/**
 * Every process of this place's engine: its servers by their executable, its containers by their control group.
 * @param {import("./place.mjs").Place} place
 * @returns {number[]} pids
 */
export function enginePids(place) {
  if (!existsSync("/proc/self/exe")) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isServer(pid, place.bin) || isContained(pid, place.cgroup));
}

/** @param {number} pid @param {string} bin */
function isServer(pid, bin) {
  try {
    const executable = readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, "");
    return executable.startsWith(`${bin}/`) && SERVERS.has(path.basename(executable));
  } catch {
    return false;
  }
}

/** @param {number} pid @param {string} cgroup */
function isContained(pid, cgroup) {
  try {
    return readFileSync(`/proc/${pid}/cgroup`, "utf8").includes(`/${cgroup}/`);
  } catch {
    return false;
  }
}

/**
 * Asks a process to end, and after `seconds` makes it.
 * @param {string | undefined} known its identity
 * @param {number} seconds
 */
export async function end(known, seconds) {
  if (known === undefined || !alive(known)) return;
  const pid = Number.parseInt(known, 10);
  signal(pid, "SIGTERM");
  if (!(await until(() => !alive(known), seconds))) signal(pid, "SIGKILL");
  await until(() => !alive(known), 5);
}

/** @param {number} pid @param {NodeJS.Signals} name */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
}

/**
 * @param {() => boolean} condition asked every 50 ms
 * @param {number} seconds
 * @returns {Promise<boolean>} whether it came true in time
 */
export async function until(condition, seconds) {
  const deadline = Date.now() + seconds * 1000;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
