import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { place } from "../../scripts/engine/place.mjs";
import { end, identity, until } from "../../scripts/engine/processes.mjs";
import { startProgram } from "./run-program.ts";

/** As old as the BuildKit inside the engine that scripts/engine fetches. */
const version = "v0.25.2";

export interface RemoteBuilder {
  name: string;
  pid: number;
  /** For every child process that shall know the builder. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** The program buildkitd: MIA_BUILDKITD, or on PATH, or built once by Go where MIA_ENGINE_ALL asks for everything. */
export function findBuildkitd(): { program: string } | { why: string } {
  if (process.getuid?.() !== 0 || process.platform !== "linux")
    return { why: "buildkitd needs root on Linux" };
  const given = process.env.MIA_BUILDKITD;
  if (given)
    return existsSync(given) ? { program: given } : { why: `MIA_BUILDKITD is ${given}, which is not there` };
  const onPath = (process.env.PATH ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, "buildkitd"));
  const folder = path.join(place("engine").cache, `buildkitd-${version}`);
  const built = path.join(folder, "buildkitd");
  const program = [...onPath, built].find((file) => existsSync(file));
  if (program) return { program };
  if (!process.env.MIA_ENGINE_ALL) return { why: "there is no buildkitd; MIA_BUILDKITD names one" };
  try {
    buildWithGo(folder, built);
    return { program: built };
  } catch (error) {
    return { why: `Go did not build buildkitd ${version}: ${(error as Error).message.slice(0, 500)}` };
  }
}

/** Takes minutes, and is done once. From a module of ours: `go install` refuses one whose go.mod excludes something. */
function buildWithGo(folder: string, output: string): void {
  const module = path.join(folder, "module");
  rmSync(module, { recursive: true, force: true });
  mkdirSync(module, { recursive: true });
  const name = "github.com/moby/buildkit/cmd/buildkitd";
  const steps = [
    ["mod", "init", "buildkitd"],
    ["get", `${name}@${version}`],
    ["build", "-o", `${output}.new`, name],
  ];
  for (const args of steps)
    execFileSync("go", args, { cwd: module, stdio: ["ignore", "ignore", "pipe"], timeout: 600_000 });
  renameSync(`${output}.new`, output);
  rmSync(module, { recursive: true, force: true });
}

/** An empty builder of the driver `remote`: buildkitd on a socket of its own, gone with everything it stores at `stop`. */
export async function startRemoteBuilder(program: string): Promise<RemoteBuilder> {
  const folder = mkdtempSync(path.join(tmpdir(), "mia-buildkitd-"));
  const socket = `unix://${folder}/buildkitd.sock`;
  const name = path.basename(folder).toLowerCase();
  // buildx notes builders here; a developer's own list stays as it is.
  const env = { BUILDX_CONFIG: path.join(folder, "buildx") };
  const args = ["--addr", socket, "--root", path.join(folder, "root"), "--containerd-worker=false"];
  const { child, ended } = startProgram(program, [...args, "--oci-worker-net", "host"], {
    cwd: folder,
    env: process.env,
  });
  const known = child.pid === undefined ? undefined : identity(child.pid);
  let log: string | undefined;
  void ended.then((last) => {
    log = last.stderr.slice(-2000);
  });
  const stop = async (): Promise<void> => {
    await end(known, 10);
    for (const mount of mountsBelow(folder)) execFileSync("umount", ["-l", mount]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const docker = (...words: string[]): string =>
      execFileSync("docker", ["buildx", ...words], {
        encoding: "utf8",
        stdio: "pipe",
        env: { ...process.env, ...env },
      });
    const isThere = await until(() => existsSync(`${folder}/buildkitd.sock`) || log !== undefined, 20);
    if (!isThere || log !== undefined)
      throw new Error(`buildkitd did not start: ${log ?? "no socket after 20 s"}`);
    docker("create", "--name", name, "--driver", "remote", socket);
    return { name, pid: child.pid ?? 0, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function mountsBelow(folder: string): string[] {
  const points = readFileSync("/proc/mounts", "utf8")
    .split("\n")
    .map((line) => line.split(" ")[1] ?? "");
  return points.filter((point) => point.startsWith(`${folder}/`)).reverse();
}
