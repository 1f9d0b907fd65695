import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { testHost } from "@mia/action-kit/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeLeftovers } from "./leftovers.ts";

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(path.join(tmpdir(), "leftovers-test-"));
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

/** A program with the arguments of a build, as a killed action leaves it. */
function leftBuild(metadataFile: string, script: string): ReturnType<typeof spawn> {
  const words = ["-c", `${script}; while :; do sleep 0.05; done`, "docker", "buildx", "build"];
  return spawn("/bin/sh", [...words, "--metadata-file", metadataFile, "."], { stdio: "ignore" });
}

const ended = (child: ReturnType<typeof spawn>): Promise<unknown> =>
  new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));

test.runIf(existsSync("/proc/self/cmdline")).each([
  ["ends at SIGINT", "trap 'exit 130' INT", 130],
  ["does not end by itself", "trap '' INT", "SIGKILL"],
])("a build that was left and %s", { timeout: 15_000 }, async (_, script, end) => {
  const folder = path.join(temporary, "mia-build-abc123");
  mkdirSync(folder);
  const host = testHost(temporary, { RUNNER_TEMP: temporary });
  host.state.save("folder", folder);
  const mine = leftBuild(`${folder}/metadata.json`, script);
  const other = leftBuild(path.join(temporary, "mia-build-xyz789/metadata.json"), ":");
  const [mineEnded] = [ended(mine), ended(other)];
  await sleep(100);
  try {
    await removeLeftovers(host);
    expect(await mineEnded).toBe(end);
    expect(existsSync(folder)).toBe(false);
    expect(other.exitCode).toBeNull();
  } finally {
    other.kill("SIGKILL");
    mine.kill("SIGKILL");
  }
});

test.each(["", "/", "/etc", "../mia-build-abc123", "other-abc123", "mia-build-abc123/x"])(
  "nothing but a folder of ours is removed: %j",
  async (name) => {
    const folder = name.startsWith("/") || name === "" ? name : path.join(temporary, "t", name);
    const kept = path.join(temporary, "t", "other-abc123");
    mkdirSync(kept, { recursive: true });
    writeFileSync(path.join(kept, "x"), "");
    const host = testHost(temporary, { RUNNER_TEMP: path.join(temporary, "t") });
    host.state.save("folder", folder);
    await removeLeftovers(host);
    expect(existsSync(path.join(kept, "x"))).toBe(true);
    expect(host.logged).toEqual([]);
  },
);
