import type { Failure } from "@mia/step-result";
import type { BuildProgress } from "./build-progress.ts";
import { minimumBuildx } from "./buildx-version.ts";

/** What is wrong, told by words of docker, buildx or BuildKit. `where` is the text that is searched. */
interface BuildFailureSign extends Pick<Failure, "code" | "message" | "remedy"> {
  pattern: RegExp;
  /** `tool`: what docker and buildx say themselves. `step`: also the output of the failing instruction. */
  where: "tool" | "step";
}

/** The first row that matches wins. The words of programs in a RUN never match a row of `tool`. */
export const buildFailureSigns: readonly BuildFailureSign[] = [
  {
    pattern: /unknown command: docker buildx|'buildx' is not a docker command|unknown shorthand flag: 'f'|unknown flag: --(?:progress|builder)\b/,
    where: "tool",
    code: "engine-missing",
    message: "docker is here, but its buildx plugin is not",
    remedy:
      "Install the plugin (the package docker-buildx-plugin or docker-buildx) or run docker/setup-buildx-action before this step.",
  },
  {
    pattern: /permission denied while trying to connect|dial unix \S+: connect: permission denied/,
    where: "tool",
    code: "engine-missing",
    message: "the Docker engine does not let this user in",
    remedy: "Add the user of the runner to the group docker, or point DOCKER_HOST at an engine it may use.",
  },
  {
    pattern: /cannot connect to the docker daemon|error during connect|failed to connect to the docker API|dial (?:unix|tcp) \S+: (?:connect|i\/o)|is the docker daemon running/i,
    where: "tool",
    code: "engine-missing",
    message: "no Docker engine answers",
    remedy: "Start the engine, or set DOCKER_HOST or the docker context to one that runs; `docker info` must succeed.",
  },
  {
    pattern: /no builder "?[^"\n]*"? found|no valid drivers found|builder instance .* not found/,
    where: "tool",
    code: "engine-missing",
    message: "there is no builder of that name",
    remedy: "Create it first (docker buildx create, or docker/setup-buildx-action), or leave the input builder empty.",
  },
  {
    pattern: /unknown flag: --|invalid progress mode|unsupported progress|unsupported frontend capability|does not support --build-context|unknown method|requires API version|client version \S+ is too/,
    where: "tool",
    code: "engine-too-old",
    message: "the Docker engine or its buildx plugin is too old for named build contexts and raw progress",
    remedy: `Use buildx ${minimumBuildx} or later and Docker Engine 23 or later, or a builder from docker/setup-buildx-action.`,
  },
  {
    pattern: /no space left on device|disk quota exceeded/i,
    where: "step",
    code: "build-failed",
    message: "the disk of the builder is full",
    remedy: "Free space (docker buildx prune, docker image prune) or use a runner with a larger disk.",
  },
  {
    pattern: /failed to push|push access denied|unexpected status from (?:HEAD|POST|PUT|PATCH) request/,
    where: "tool",
    code: "push-failed",
    message: "the image was built, but the registry did not take it",
    remedy: "Log in to the registry before this step (docker/login-action) with a right to write to the repository of the tag.",
  },
  {
    pattern: /failed to (?:resolve source metadata|do request|fetch anonymous token|authorize)|pull access denied|failed to load cache key|no such host/,
    where: "tool",
    code: "build-failed",
    message: "something the Dockerfile starts from could not be fetched",
    remedy:
      "Check its name and digest and that the builder reaches its host; a mirror can stand in through build-contexts.",
  },
  {
    pattern: /target stage "?[^"\n]*"? could not be found/,
    where: "tool",
    code: "build-failed",
    message: "the Dockerfile has no such target",
    remedy: "Name one of its stages in the input target; the image folders have runtime and dev.",
  },
  {
    pattern: /exit code: 137\b/,
    where: "tool",
    code: "build-failed",
    message: "an instruction was killed, most likely for want of memory",
    remedy: "Give the builder more memory or compile with fewer jobs (MAX_JOBS for CUDA extensions).",
  },
];

/** The row that explains a failed build, if one does. */
export function findBuildFailureSign(progress: BuildProgress): BuildFailureSign | undefined {
  const { failed, plainLines } = progress;
  // After a failing step buildx repeats that step's output as plain text; only its own ERROR line is its own word.
  const own = failed ? plainLines.filter((line) => line.startsWith("ERROR:")) : plainLines;
  const tool = [failed?.error ?? "", ...own].join("\n");
  const step = [tool, ...(failed?.lastLines ?? [])].join("\n");
  return buildFailureSigns.find(({ pattern, where }) => pattern.test(where === "tool" ? tool : step));
}
