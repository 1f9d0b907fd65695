import type { ContainerPlace, Waited } from "./container-place.ts";

/** Seconds from start to SIGTERM, and from there to SIGKILL. */
export interface Limits {
  timeoutSeconds: number;
  graceSeconds: number;
}

/** After SIGKILL only a process stuck inside the driver goes on; nobody waits for that for ever. */
const lastWaitMs = 30_000;

/** A cancelled run has 10 s in all (actions/runner: 7.5 s to SIGTERM, 2.5 s to SIGKILL). */
const cancelledWaitMs = 3_000;

/**
 * Waits until the container has ended, and ends it from outside at the deadline: a limit inside the container is no
 * limit for a hung CUDA call. A signal that could not be sent proves nothing: `ended` needs the engine's word. On a cancel
 * there is no grace.
 */
export async function untilEnded(
  place: Pick<ContainerPlace, "wait" | "kill" | "state">,
  name: string,
  { timeoutSeconds, graceSeconds }: Limits,
): Promise<Waited> {
  const first = await place.wait(name, { deadlineMs: timeoutSeconds * 1000 });
  if (first === "ended") return "ended";
  if (first === "deadline") {
    const signalled = await place.kill(name, "SIGTERM");
    if (!signalled && (await place.state(name))?.running === false) return "ended";
    const second =
      graceSeconds === 0 ? "deadline" : await place.wait(name, { deadlineMs: graceSeconds * 1000 });
    if (second === "ended") return "deadline";
  }
  await place.kill(name, "SIGKILL");
  const deadlineMs = first === "cancelled" ? cancelledWaitMs : lastWaitMs;
  await place.wait(name, { deadlineMs, evenIfCancelled: true });
  return first;
}
