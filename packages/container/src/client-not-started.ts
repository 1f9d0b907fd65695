import type { Failure } from "@mia/step-result";

/** Why the docker client itself did not start. `reason` is the operating system's, such as `spawn docker ENOENT`. */
export function clientNotStarted(reason: string): Failure {
  if (reason.includes("ENOENT"))
    return {
      code: "engine-missing",
      message: "docker is not on this machine's PATH",
      remedy:
        "Install Docker with the buildx plugin (https://docs.docker.com/engine/install/), or add the folder that holds `docker` to PATH.",
    };
  return {
    code: "engine-missing",
    message: `docker cannot be started: ${reason.slice(0, 500)}`,
    remedy: "Look at the file that `command -v docker` names: it must be a program this user may run.",
  };
}
