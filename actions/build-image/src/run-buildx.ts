import type { Exit, Host } from "@mia/action-kit";
import {
  type BuildProgress,
  type BuildRequest,
  buildArguments,
  buildEnvironment,
  looksLikeSecret,
  rawProgress,
} from "@mia/container";

export interface BuildxRun {
  exit: Exit;
  progress: BuildProgress;
}

/** The runner kills this process 10 s after it asks; buildx needs most of that to stop BuildKit, we the rest. */
const graceMs = 6000;
/** One line of raw progress carries all that was logged since the last one. */
const maxLine = 8 * 1024 * 1024;

/** Runs `docker buildx build` to its end, its progress shown live. Does not throw for a build that fails. */
export async function runBuildx(
  host: Host,
  request: BuildRequest,
  { blank, timeoutSeconds }: { blank: (text: string) => string; timeoutSeconds: number },
): Promise<BuildxRun> {
  const progress = rawProgress();
  host.log.info(blank(`$ ${shownCommand(request)}`));
  const log = host.log.foreign(`docker buildx build ${request.context}`);
  const show = (lines: readonly string[]): void => {
    for (const line of lines) log.line(blank(line));
  };
  try {
    const exit = await host.exec("docker", buildArguments(request), {
      env: buildEnvironment,
      deadlineMs: timeoutSeconds * 1000,
      // buildx cancels the build on SIGINT and waits until BuildKit has stopped.
      endSignal: "SIGINT",
      graceMs,
      maxBytes: 16 * 1024,
      maxLine,
      onLine: (line) => show(progress.push(line)),
    });
    show(progress.end());
    return { exit, progress: progress.result() };
  } finally {
    log.close();
  }
}

/** For the log and a dry run: a person can paste it, once the values that look secret are filled in. */
export function shownCommand(request: BuildRequest): string {
  const buildArgs = request.buildArgs.map((arg) =>
    arg.value !== null && looksLikeSecret(arg.name) ? { ...arg, value: "***" } : arg,
  );
  return ["docker", ...buildArguments({ ...request, buildArgs })].map(shellWord).join(" ");
}

function shellWord(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
