import { type Host, StepFailure } from "@mia/action-kit";
import type { ContainerSpec } from "@mia/container";
import type { ContainerEnd, SmokeResult } from "@mia/step-result";
import type { ContainerPlace } from "./container-place.ts";
import { followLog } from "./follow-log.ts";
import { type Limits, untilEnded } from "./until-ended.ts";

/** What can be said about a container that ran. */
export interface Ran {
  container: ContainerEnd;
  cancelled: boolean;
  /** The last phase the model named. */
  phase: string | undefined;
  lastLines: string;
}

/** Creates, starts, bounds, inspects and removes one container, whatever happens in between. */
export async function runContainer(
  host: Host,
  place: ContainerPlace,
  draft: SmokeResult,
  spec: ContainerSpec,
  limits: Limits,
): Promise<Ran> {
  if (host.signal.aborted) throw cancelledBeforeStart();
  const { name } = spec;
  const container: ContainerEnd = {
    name,
    exitCode: null,
    oomKilled: false,
    timedOut: false,
    removed: false,
  };
  draft.container = container;
  try {
    await place.create(spec);
    if (host.signal.aborted) throw cancelledBeforeStart();
    host.log.info(`container ${name}: ends after ${limits.timeoutSeconds} s at the latest`);
    await place.start(name);
    const log = followLog(host, place, name);
    const end = await untilEnded(place, name, limits);
    container.timedOut = end === "deadline";
    const state = await place.state(name);
    container.exitCode = state?.exitCode ?? null;
    container.oomKilled = state?.oomKilled ?? false;
    const lastLines = await place.lastLines(name);
    await log.close();
    return { container, cancelled: end === "cancelled", phase: log.phase(), lastLines };
  } finally {
    container.removed = await place.remove(name);
  }
}

function cancelledBeforeStart(): StepFailure {
  return new StepFailure({
    code: "cancelled",
    message: "the run was cancelled before the container started",
    remedy: "Run it again.",
  });
}
