// What an engine that was killed leaves behind: servers, containers, mounts, a bridge, files. All of it is ours by pid,
// by path or by name before it is touched.
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import path from "node:path";
import { removeBridge } from "./bridge.mjs";
import { command } from "./command.mjs";
import { enginePids, signal, until } from "./processes.mjs";

/**
 * Ends whatever still runs and removes the run and data folders. Call it only when no keeper is alive.
 * @param {import("./place.mjs").Place} place
 * @param {{leases: boolean}} options leases: remove the users' leases with the rest of the run folder
 */
export async function sweep(place, { leases }) {
  const gone = await until(() => {
    const pids = enginePids(place);
    for (const pid of pids) signal(pid, "SIGKILL");
    return pids.length === 0;
  }, 10);
  if (!gone)
    throw new Error(`processes ${enginePids(place).join(", ")} of an earlier engine cannot be ended`);
  for (const mount of mountsBelow([place.run, place.data])) {
    // Lazily: a mount held by a dying process goes when the process has gone.
    await command("umount", ["-l", mount], { seconds: 20 }).catch(() => "");
  }
  await removeBridge(place).catch(() => {});
  const left = mountsBelow([place.run, place.data]);
  if (left.length > 0) throw new Error(`${left[0]} of an earlier engine cannot be unmounted`);
  for (const group of controlGroups(place.cgroup)) removeControlGroup(group);
  rmSync(place.data, { recursive: true, force: true });
  for (const name of [
    "state.json",
    "docker.sock",
    "containerd",
    "docker",
    "exec",
    "engine.log",
    "registry.log",
  ]) {
    rmSync(`${place.run}/${name}`, { recursive: true, force: true });
  }
  if (leases) rmSync(place.run, { recursive: true, force: true });
}

/** @param {string[]} folders @returns {string[]} mount points, deepest first */
function mountsBelow(folders) {
  if (!existsSync("/proc/mounts")) return [];
  const points = readFileSync("/proc/mounts", "utf8")
    .split("\n")
    .map((line) =>
      (line.split(" ")[1] ?? "").replaceAll(/\\(\d{3})/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 8)),
      ),
    );
  return points.filter((point) => folders.some((folder) => point.startsWith(`${folder}/`))).reverse();
}

/**
 * The engine's control group under every hierarchy: one with version 2, one a controller with version 1.
 * @param {string} name
 */
function controlGroups(name) {
  const mounted = "/sys/fs/cgroup";
  const hierarchies = existsSync(mounted) ? ["", ...readdirSync(mounted)] : [];
  return hierarchies
    .map((hierarchy) => path.join(mounted, hierarchy, name))
    .filter((group) => existsSync(group));
}

/** Its files cannot be deleted, only the empty folder, and only after those inside it. @param {string} group */
function removeControlGroup(group) {
  try {
    for (const entry of readdirSync(group, { withFileTypes: true })) {
      if (entry.isDirectory()) removeControlGroup(path.join(group, entry.name));
    }
    rmdirSync(group);
  } catch {
    // A process in it is still ending. An empty group costs nothing and the next sweep takes it.
  }
}
