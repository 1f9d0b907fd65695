import { type Exit, type Host, StepFailure } from "@mia/action-kit";
import {
  type BuildProgress,
  clientNotStarted,
  explainBuildFailure,
  failingDockerfileLine,
  isOlderBuildx,
  parseBuildxVersion,
} from "@mia/container";
import type { BuildResult, Failure } from "@mia/step-result";

interface End {
  exit: Exit;
  progress: BuildProgress;
  blank: (text: string) => string;
  timeoutSeconds: number;
  dockerfile: string;
}

/** The failure of a build that did not end well; puts a finding at the Dockerfile's line where one instruction is to blame. */
export async function explainEnd(host: Host, draft: BuildResult, end: End): Promise<StepFailure> {
  const { exit, progress, blank } = end;
  const ours = exit.notStarted === undefined ? stopped(end) : clientNotStarted(exit.notStarted);
  if (ours) return new StepFailure(blanked(ours, blank));
  const failure = blanked(explainBuildFailure(exit, progress), blank);
  if (failure.code === "engine-too-old") failure.message += await foundVersion(host);
  const line = failingDockerfileLine(progress.plainLines);
  if (line !== null) {
    const { message, remedy } = failure;
    const locations = [{ file: end.dockerfile, line }];
    draft.findings.push({ rule: `build/${failure.code}`, severity: "error", message, remedy, locations });
  }
  return new StepFailure(failure);
}

function stopped({ exit, progress, timeoutSeconds }: End): Failure | undefined {
  // A step that buildx still had time to cancel is told as failed.
  const names = progress.failed ? [progress.failed.name] : progress.running;
  const at = names.length > 0 ? `; it was at ${names.map(quote).join(", ")}` : "";
  if (exit.cancelled) {
    return { code: "cancelled", message: `the build was cancelled${at}`, remedy: "Run the step again." };
  }
  if (exit.timedOut) {
    return {
      code: "timeout",
      message: `the build was stopped after ${timeoutSeconds} s${at}`,
      remedy: "Give it more time with the input timeout; finished instructions are cached by the builder.",
    };
  }
  return undefined;
}

/** Which of the two is too old costs a process, and is asked only once a build has failed. */
async function foundVersion(host: Host): Promise<string> {
  const { stdout } = await host.exec("docker", ["buildx", "version"], { deadlineMs: 10_000, maxBytes: 4096 });
  const version = parseBuildxVersion(stdout);
  if (version === undefined) return "";
  return isOlderBuildx(version)
    ? `\nThe buildx here is ${version}.`
    : `\nThe buildx here is ${version}, which is new enough: it is the engine.`;
}

function blanked(failure: Failure, blank: (text: string) => string): Failure {
  const { code, message, remedy, detail } = failure;
  return {
    code,
    message: blank(message),
    remedy,
    ...(detail === undefined ? {} : { detail: blank(detail) }),
  };
}

function quote(name: string): string {
  return JSON.stringify(name.slice(0, 200));
}
