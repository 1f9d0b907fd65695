import { type Mount, mountValue } from "./mount.ts";
import { noProxy } from "./no-proxy.ts";

/** One container, as `docker create` is asked for it. */
export interface ContainerSpec {
  name: string;
  /** An image id or reference. */
  image: string;
  command: readonly string[];
  labels: Readonly<Record<string, string>>;
  /** uid:gid. */
  user: string;
  env: Readonly<Record<string, string>>;
  mounts: readonly Mount[];
  memoryMiB: number;
  shmMiB: number;
  /** The one GPU the container may see; null for none. */
  gpuUuid: string | null;
}

/** Threads and processes together. PyTorch and OpenMP start hundreds; a fork bomb wants more. */
const pidsLimit = 4096;

/**
 * Arguments after `docker`. The container has no network, no capability, no way to gain one, a read-only root, and
 * bounds on memory, threads and log; swap equals memory, so a run ends instead of crawling. Never `--rm`: the exit
 * code must be readable afterwards. `--init`: as PID 1 the model would ignore signals it has no handler for.
 */
export function createArguments(spec: ContainerSpec): string[] {
  const memory = `${spec.memoryMiB}m`;
  return [
    "create",
    ...["--name", spec.name],
    ...pairs("--label", spec.labels),
    "--init",
    ...["--network", "none"],
    ...["--cap-drop", "ALL"],
    ...["--security-opt", "no-new-privileges"],
    "--read-only",
    ...["--tmpfs", "/tmp:rw,nosuid,nodev,size=2g"],
    ...["--pids-limit", String(pidsLimit)],
    ...["--memory", memory],
    ...["--memory-swap", memory],
    ...["--shm-size", `${spec.shmMiB}m`],
    ...["--ulimit", "core=0"],
    // What the model prints lands on the host's disk; without a limit it could fill it.
    ...["--log-driver", "json-file", "--log-opt", "max-size=16m", "--log-opt", "max-file=2"],
    ...["--user", spec.user],
    ...pairs("--env", { ...noProxy, ...spec.env }),
    ...spec.mounts.flatMap((mount) => ["--mount", mountValue(mount)]),
    ...(spec.gpuUuid === null ? [] : ["--gpus", `device=${spec.gpuUuid}`]),
    // The image's own entry point may be a shell or an ssh daemon; the command below is the whole of what runs.
    ...["--entrypoint", spec.command[0] ?? ""],
    spec.image,
    ...spec.command.slice(1),
  ];
}

function pairs(option: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
}
