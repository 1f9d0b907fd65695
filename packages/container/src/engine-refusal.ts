import type { Failure } from "@mia/step-result";

interface Sign {
  pattern: RegExp;
  code: Failure["code"];
  message: string;
  remedy: string;
}

/** What the docker client or engine says when it refuses, most telling first. Each sentence was seen on Docker 20.10 to 28. */
const signsFor = (image: string): readonly Sign[] => [
  {
    pattern: /could not select device driver .* with capabilities: \[\[gpu/i,
    code: "gpu-missing",
    message: "the engine cannot give a GPU to a container: the NVIDIA container toolkit is not set up",
    remedy:
      "Install nvidia-container-toolkit, run `nvidia-ctk runtime configure --runtime=docker` and restart the engine; or set gpu: none.",
  },
  {
    pattern: /unresolvable CDI devices|nvidia-container-cli: .*(?:unknown device|device error)/i,
    code: "gpu-missing",
    message: "the engine does not know this GPU",
    remedy: "Run `nvidia-ctk cdi generate` again after a driver update, and compare with `nvidia-smi -L`.",
  },
  {
    pattern: /nvidia-container-cli: (?:requirement error|initialization error)/i,
    code: "gpu-incompatible",
    message: "the GPU's driver does not meet what the image requires",
    remedy: "Update the NVIDIA driver of this host; the log names the requirement.",
  },
  {
    pattern: /bind source path does not exist/i,
    code: "mount-missing",
    message: "a file or folder to be mounted does not exist where the engine runs",
    remedy:
      "Check the inputs checkpoint and input. Where the runner is itself a container, its paths must exist on the engine's host too.",
  },
  {
    pattern: /No such image|manifest unknown|pull access denied/i,
    code: "image-missing",
    message: `the engine does not have ${image}`,
    remedy: "Build it with build-image without push, or `docker pull` it first.",
  },
  {
    pattern:
      /Cannot connect to the Docker daemon|error during connect|dial unix|permission denied.*docker\.sock/i,
    code: "engine-missing",
    message: "no Docker engine answers",
    remedy:
      "Start Docker on this runner, and let the runner's user reach its socket (the group docker, or DOCKER_HOST).",
  },
  {
    pattern: /executable file not found|no such file or directory.*exec|exec format error/i,
    code: "container-start",
    message: "the image cannot start its command",
    remedy: "The image must have `python` on its PATH, for this machine's architecture.",
  },
];

/**
 * Names what docker's error text means; `container-start` where no sign is known. The text's last lines are the detail.
 * `image` is the reference the caller asked for.
 */
export function engineRefusal(what: string, stderr: string, image = "this image"): Failure {
  const detail = stderr.trim().slice(-4000);
  const sign = signsFor(image).find(({ pattern }) => pattern.test(detail));
  const { code, message, remedy } = sign ?? {
    code: "container-start" as const,
    message: `docker ${what} failed`,
    remedy: "The engine's own words are in the detail; its log on the host may say more.",
  };
  return { code, message, remedy, ...(detail === "" ? {} : { detail }) };
}
