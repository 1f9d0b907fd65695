import { setTimeout as sleep } from "node:timers/promises";
import type { Host } from "@mia/action-kit";
import { type BuildRequest, isRetriable } from "@mia/container";
import { type BuildxRun, runBuildx } from "./run-buildx.ts";

/** Milliseconds before the second attempt; doubled before each further one. */
const firstPauseMs = 2000;
const longestPauseMs = 60_000;

export interface AttemptOrder {
  blank: (text: string) => string;
  /** Of all attempts together. */
  timeoutSeconds: number;
  retries: number;
  /** Default: the pause itself. */
  pause?: (ms: number) => Promise<unknown>;
}

/** Builds, and builds again after a failure that may pass. Gives the last run; finished steps are cached from one to the next. */
export async function runAttempts(
  host: Host,
  request: BuildRequest,
  { blank, timeoutSeconds, retries, pause }: AttemptOrder,
): Promise<BuildxRun & { attempts: number }> {
  const wait = pause ?? ((ms: number) => sleep(ms, undefined, { signal: host.signal }).catch(() => {}));
  const deadline = host.now().getTime() + timeoutSeconds * 1000;
  for (let attempt = 1; ; attempt++) {
    const left = Math.max(1, (deadline - host.now().getTime()) / 1000);
    const run = await runBuildx(host, request, { blank, timeoutSeconds: left });
    const { exit, progress } = run;
    const ended = exit.code === 0 || exit.cancelled || exit.timedOut || exit.notStarted !== undefined;
    const pauseMs = Math.min(firstPauseMs * 2 ** (attempt - 1), longestPauseMs);
    const isOver = ended || attempt > retries || !isRetriable(progress);
    if (isOver || host.now().getTime() + pauseMs >= deadline) return { ...run, attempts: attempt };
    host.log.info(
      `the registry or the network failed in a way that may pass: trying again in ${pauseMs / 1000} s (attempt ${attempt + 1} of ${retries + 1})`,
    );
    await wait(pauseMs);
    if (host.signal.aborted) return { ...run, exit: { ...exit, cancelled: true }, attempts: attempt };
  }
}
