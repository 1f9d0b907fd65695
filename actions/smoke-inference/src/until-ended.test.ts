import { expect, test } from "vitest";
import type { ContainerPlace, Waited } from "./container-place.ts";
import { untilEnded } from "./until-ended.ts";

/** What the engine answers, in order, and what it was asked. */
function engine(waits: Waited[], kills: boolean[], running: boolean | undefined) {
  const asked: string[] = [];
  const place: Pick<ContainerPlace, "wait" | "kill" | "state"> = {
    async wait() {
      asked.push("wait");
      return waits.shift() ?? "ended";
    },
    async kill(_, signal) {
      asked.push(signal);
      return kills.shift() ?? false;
    },
    async state() {
      asked.push("state");
      return running === undefined ? undefined : { running, exitCode: null, oomKilled: false, error: "" };
    },
  };
  return { place, asked };
}

test.each<[string, Waited[], boolean[], boolean | undefined, Waited, string]>([
  ["it ends", ["ended"], [], false, "ended", "wait"],
  ["SIGTERM ends it", ["deadline", "ended"], [true], false, "deadline", "wait SIGTERM wait"],
  [
    "SIGKILL ends it",
    ["deadline", "deadline", "ended"],
    [true, true],
    false,
    "deadline",
    "wait SIGTERM wait SIGKILL wait",
  ],
  ["it ended by itself at the deadline", ["deadline"], [false], false, "ended", "wait SIGTERM state"],
  [
    "docker kill fails and it runs on",
    ["deadline", "deadline", "ended"],
    [false, true],
    true,
    "deadline",
    "wait SIGTERM state wait SIGKILL wait",
  ],
  [
    "docker kill fails and nobody knows",
    ["deadline", "deadline", "deadline"],
    [false, false],
    undefined,
    "deadline",
    "wait SIGTERM state wait SIGKILL wait",
  ],
  ["a cancel kills at once", ["cancelled", "ended"], [true], false, "cancelled", "wait SIGKILL wait"],
])("%s", async (_, waits, kills, running, end, calls) => {
  const { place, asked } = engine(waits, kills, running);
  expect(await untilEnded(place, "c", { timeoutSeconds: 1, graceSeconds: 1 })).toBe(end);
  expect(asked.join(" ")).toBe(calls);
});
