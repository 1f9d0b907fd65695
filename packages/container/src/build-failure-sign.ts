import type { Failure } from "@mia/step-result";
import { phaseOfStep } from "./build-phase-name.ts";
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

/** Errors of the network under a request to a server, and servers that fail; `EOF` is a connection that was closed. */
const unreachable =
  /(?:dial tcp|lookup|read tcp|write tcp|failed to do request)[^\n]{0,2000}(?:connection refused|connection reset|no such host|i\/o timeout|TLS handshake timeout|network is unreachable|no route to host|server misbehaving|Temporary failure|broken pipe|first record does not look like a TLS handshake|certificate signed by unknown authority|: EOF|unexpected EOF)|\b50[0234] (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\b/;
/** Of those, what may be over in a moment. */
const passing =
  /\b429 Too Many Requests\b|\btoomanyrequests\b|\b50[0234] (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\b|connection reset by peer|broken pipe|i\/o timeout|TLS handshake timeout|: EOF$|unexpected EOF/im;

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
    code: "builder-missing",
    message: "there is no builder of that name",
    remedy:
      "Create it first (docker buildx create, or docker/setup-buildx-action), or leave the input builder empty.",
  },
  {
    pattern: /^(?:ERROR: failed to build: )?context deadline exceeded$/m,
    where: "tool",
    code: "builder-missing",
    message: "the builder does not answer",
    remedy:
      "Start it (docker buildx inspect --bootstrap shows what it says), or name another in the input builder.",
  },
  {
    // Which of the connections to the builder breaks first is a matter of chance.
    pattern:
      /failed to receive status: .{0,200}code = Unavailable|failed to solve: Unavailable: error reading from server/,
    where: "tool",
    code: "engine-lost",
    message: "the builder went away in the middle of the build",
    remedy: "Read the log of the Docker engine; it was stopped, crashed, or ran out of memory.",
  },
  {
    pattern:
      /is not supported for the docker driver|not implemented for docker driver|conflicts with "unpack"/,
    where: "tool",
    code: "invalid-input",
    message: "this builder cannot make that output or cache",
    remedy:
      "Use a builder of the docker-container driver (docker/setup-buildx-action) in the input builder, or ask for less; docs/build-image.md says what each driver can do.",
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
    code: "disk-full",
    message: "the disk of the builder is full",
    remedy: "Free space (docker buildx prune, docker image prune) or use a runner with a larger disk.",
  },
  {
    pattern: /^ERROR: (?:failed to build: )?failed to stat [^\n]{1,4000}: no such file or directory$/m,
    where: "start",
    code: "secret-missing",
    message: "the file of a secret is not there",
    remedy: "Check the path in secret-files; it is relative to the workspace.",
  },
  {
    pattern:
      /\bsecret [^\s:]{1,200}: not found|unset ssh forward key|invalid empty ssh agent socket|failed to convert agent config/,
    where: "tool",
    code: "secret-missing",
    message: "the Dockerfile asks for a secret or an SSH key that the build was not given",
    remedy: "Give it with secret-envs, secret-files or ssh, under the id that the Dockerfile names.",
  },
  {
    pattern: /\b429 Too Many Requests\b|\btoomanyrequests\b|pull rate limit/i,
    where: "tool",
    code: "rate-limited",
    message: "a registry or server limits how often it is asked",
    remedy:
      "Log in to the registry before this step, since anonymous limits are low, or copy the base image to a registry of your own.",
  },
  {
    pattern:
      /\b(?:401 Unauthorized|403 Forbidden)\b|(?:push|pull) access denied|insufficient_scope|authorization failed|no basic auth credentials/,
    where: "tool",
    code: "registry-refused",
    message: "the registry did not let this build in",
    remedy:
      "Check the name, and log in before this step (docker/login-action) with a right to read there, and to write where something is pushed.",
  },
  {
    pattern: unreachable,
    where: "tool",
    code: "registry-unreachable",
    message: "a registry or server could not be reached, or failed itself",
    remedy:
      "Check the name of its host and that the builder reaches it; a mirror can stand in through build-contexts.",
  },
  {
    pattern: /failed to push/,
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
    pattern: /failed to (?:resolve source metadata|do request|fetch anonymous token|authorize)/,
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
  const tool = toolText(progress);
  const step = [tool, ...(progress.failed?.lastLines ?? [])].join("\n");
  return buildFailureSigns.find(({ pattern, where }) => {
    if (where === "start" && progress.began) return false;
    return pattern.test(where === "step" ? step : tool);
  });
}

/**
 * True where the same build, started again, may well succeed and can do no harm: a registry that was busy, failed or hung up
 * while something was fetched, pushed or cached. Finished steps are in the builder's cache. An instruction that ran and
 * failed is never tried again, whatever it printed, and neither is a registry that refused, or that is not there.
 */
export function isRetriable(progress: BuildProgress): boolean {
  if (progress.failed && phaseOfStep(progress.failed.name) === "run") return false;
  const code = findBuildFailureSign(progress)?.code;
  return (code === "rate-limited" || code === "registry-unreachable") && passing.test(toolText(progress));
}

/** What docker, buildx and BuildKit say of the failure themselves. */
function toolText({ failed, plainLines }: BuildProgress): string {
  // Around its own ERROR line buildx quotes the Dockerfile, whose words prove nothing.
  const errors = plainLines.filter((line) => line.startsWith("ERROR:"));
  return [failed?.error ?? "", ...(errors.length > 0 ? errors : plainLines)].map(withoutCommand).join("\n");
}

/** BuildKit's `process "/bin/sh -c ..." did not complete` without the command, which may hold any words. */
export function withoutCommand(error: string): string {
  return error.replace(/process ".*" did not complete/s, "it did not complete");
}
