import type { Failure } from "@mia/step-result";
import type { BuildProgress } from "./build-progress.ts";
import { minimumBuildx, minimumEngine } from "./buildx-version.ts";

/** What is wrong, told by words of docker, buildx or BuildKit. */
export interface BuildFailureSign extends Pick<Failure, "code" | "message" | "remedy"> {
  pattern: RegExp;
  /**
   * The text that is searched. `start`: what docker and buildx say before any step began. `tool`: what they and
   * BuildKit say at any time. `step`: that, and the output of the failing instruction.
   */
  where: "start" | "tool" | "step";
}

/** The first row that matches wins. Each row has a text it was seen in, under fixtures/build or in the test. */
export const buildFailureSigns: readonly BuildFailureSign[] = [
  {
    // Without the plugin docker itself reads the arguments, and shows its own usage.
    pattern: /unknown command: docker buildx|'buildx' is not a docker command|Usage:\s+docker \[OPTIONS\]/,
    where: "start",
    code: "engine-missing",
    message: "docker is here, but its buildx plugin is not",
    remedy:
      "Install the plugin (package docker-buildx-plugin or docker-buildx), or run docker/setup-buildx-action before this step.",
  },
  {
    pattern: /permission denied while trying to connect|dial unix \S+: connect: permission denied/,
    where: "start",
    code: "engine-missing",
    message: "the Docker engine does not let this user in",
    remedy: "Add the user of the runner to the group docker, or point DOCKER_HOST at an engine it may use.",
  },
  {
    pattern: /cannot connect to the docker daemon|error during connect|failed to connect to the docker API/i,
    where: "start",
    code: "engine-missing",
    message: "no Docker engine answers",
    remedy:
      "Start the engine, or set DOCKER_HOST or the docker context to one that runs; `docker info` must succeed.",
  },
  {
    pattern: /no builder "?[^"\n]{0,200}"? found/,
    where: "start",
    code: "engine-missing",
    message: "there is no builder of that name",
    remedy:
      "Create it first (docker buildx create, or docker/setup-buildx-action), or leave the input builder empty.",
  },
  {
    pattern: /failed to receive status: .{0,200}code = Unavailable/,
    where: "tool",
    code: "engine-missing",
    message: "the builder went away in the middle of the build",
    remedy: "Read the log of the Docker engine; it was stopped, crashed, or ran out of memory.",
  },
  {
    pattern:
      /unknown flag: --|invalid progress mode|unsupported frontend capability|does not support --build-context|unknown method|client version \S+ is too/,
    where: "tool",
    code: "engine-too-old",
    message: "the Docker engine or its buildx plugin is too old for named build contexts or raw progress",
    remedy: `Use buildx ${minimumBuildx} or later with Docker Engine ${minimumEngine} or later, or a builder made by docker/setup-buildx-action.`,
  },
  {
    pattern: /no space left on device|disk quota exceeded/i,
    where: "step",
    code: "build-failed",
    message: "the disk of the builder is full",
    remedy: "Free space (docker buildx prune, docker image prune) or use a runner with a larger disk.",
  },
  {
    pattern: /failed to push|push access denied/,
    where: "tool",
    code: "push-failed",
    message: "the image was built, but the registry did not take it",
    remedy:
      "Check the registry in the tag, and log in before this step (docker/login-action) with a right to write there.",
  },
  {
    pattern: /failed to calculate checksum of ref [^"\n]{0,200}"[^"\n]{0,1000}": not found/,
    where: "tool",
    code: "build-failed",
    message: "the Dockerfile copies a file that is not in its build context",
    remedy: "Check the path, and that no pattern of .dockerignore leaves the file out.",
  },
  {
    pattern:
      /failed to (?:resolve source metadata|do request|fetch anonymous token|authorize)|pull access denied|no such host/,
    where: "tool",
    code: "build-failed",
    message: "something the Dockerfile starts from could not be fetched",
    remedy:
      "Check its name and digest, and that the builder reaches its host; a mirror can stand in through build-contexts.",
  },
  {
    pattern: /target stage "?[^"\n]{0,200}"? could not be found/,
    where: "tool",
    code: "build-failed",
    message: "the Dockerfile has no such target",
    remedy: "Name one of its stages in the input target; the image folders have runtime and dev.",
  },
  {
    pattern: /did not complete successfully: exit code: 137$/m,
    where: "tool",
    code: "build-failed",
    message: "an instruction was killed, most likely for want of memory",
    remedy: "Give the builder more memory, or compile with fewer jobs (MAX_JOBS for CUDA extensions).",
  },
];

/** The row that explains a failed build, if one does. */
export function findBuildFailureSign(progress: BuildProgress): BuildFailureSign | undefined {
  const { failed, began, plainLines } = progress;
  // Around its own ERROR line buildx quotes the Dockerfile, whose words prove nothing.
  const errors = plainLines.filter((line) => line.startsWith("ERROR:"));
  const tool = [failed?.error ?? "", ...(errors.length > 0 ? errors : plainLines)]
    .map(withoutCommand)
    .join("\n");
  const step = [tool, ...(failed?.lastLines ?? [])].join("\n");
  return buildFailureSigns.find(({ pattern, where }) => {
    if (where === "start" && began) return false;
    return pattern.test(where === "step" ? step : tool);
  });
}

/** BuildKit's `process "/bin/sh -c ..." did not complete` without the command, which may hold any words. */
export function withoutCommand(error: string): string {
  return error.replace(/process ".*" did not complete/s, "it did not complete");
}
