import { describe, expect, test } from "vitest";
import { until } from "../../scripts/engine/processes.mjs";
import {
  expectFault,
  expectNoSecret,
  leftFiles,
  withSecrets,
  writtenRecord,
} from "../support/build-fault.ts";
import { runBundle } from "../support/run-bundle.ts";
import { busybox, interruptBuild, processesWith, run, writeTinyModel } from "../support/tiny-build.ts";
import { temporaryWorkspace } from "../support/workspace.ts";

/** Whether what runs in a build is seen under /proc here. */
const isHere = process.platform === "linux" && (process.env.DOCKER_HOST ?? "unix:").startsWith("unix:");

describe.skipIf(!process.env.MIA_ENGINE || !busybox || !isHere)("a build that is told to end", () => {
  /** A build that sleeps for a number of seconds that nobody else sleeps. */
  function sleeping(workspace: ReturnType<typeof temporaryWorkspace>) {
    const seconds = String(100_000 + Math.floor(Math.random() * 899_999_999));
    const leak = '"/bin/busybox", "cat", "/run/secrets/test"';
    writeTinyModel(workspace, `RUN --mount=type=secret,id=test [${leak}]`, run("sleep", seconds));
    const options = {
      workspace: workspace.folder,
      inputs: { model: "tiny", ...withSecrets.inputs },
      env: withSecrets.env,
    };
    return { seconds, options };
  }

  test.each(["SIGINT", "SIGTERM"] as const)("%s: the builder stops too", async (signal) => {
    using workspace = temporaryWorkspace();
    const { seconds, options } = sleeping(workspace);
    const { end, since } = await interruptBuild(options, new RegExp(`RUN .*${seconds}`), async (pid) => {
      expect(await until(() => processesWith(seconds).length > 0, 10)).toBe(true);
      process.kill(pid, signal);
    });
    expectFault(workspace, "tiny", end, {
      code: "cancelled",
      message: /was cancelled; it was at .*RUN/,
      since,
    });
    expect(await until(() => processesWith(seconds).length === 0, 5)).toBe(true);
  });

  test("SIGKILL: post stops buildx and with it the builder", async () => {
    using workspace = temporaryWorkspace();
    const { seconds, options } = sleeping(workspace);
    const { end } = await interruptBuild(options, new RegExp(`RUN .*${seconds}`), async (pid) => {
      expect(await until(() => processesWith(seconds).length > 0, 10)).toBe(true);
      process.kill(pid, "SIGKILL");
    });
    expect(end.signal).toBe("SIGKILL");
    const record = writtenRecord(workspace, "tiny");
    expect(record).toMatchObject({
      status: "failed",
      evidence: "unknown",
      digest: null,
      failure: { code: "cancelled" },
    });

    const post = await runBundle("build-image", { ...options, state: end.state });
    expect(post.code, post.stdout + post.stderr).toBe(0);
    expect(post.milliseconds).toBeLessThan(10_000);
    expect(await until(() => processesWith(seconds).length === 0, 5)).toBe(true);
    expect(leftFiles(workspace)).toEqual([]);
    expect(writtenRecord(workspace, "tiny")).toEqual(record);
    expectNoSecret(workspace, "tiny", end);
    expectNoSecret(workspace, "tiny", post);
  });
});
