import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SmokeResult } from "../../packages/step-result/src/index.ts";
import { repository } from "../support/repository.ts";
import { runBundle, startBundle } from "../support/run-bundle.ts";
import { temporaryWorkspace, type Workspace } from "../support/workspace.ts";

const image = "mia-test/smoke-stand-in:1";
const ours = ["--filter", "label=org.model-image-actions.smoke=1"];

const docker = (...args: string[]): string => execFileSync("docker", args, { encoding: "utf8" }).trim();

function recordOf(workspace: Workspace): SmokeResult {
  return JSON.parse(workspace.read("model-image-results/step-result-smoke-maptr.json"));
}

/** Containers of this test, by the name its action gave them; other tests may run beside it. */
function left(name: string): string {
  return docker("ps", "--all", "--quiet", "--filter", `name=${name}`);
}

/** Seconds from a container's start to its removal, as the engine saw them. */
function lifetime(name: string): number {
  const until = String(Math.ceil(Date.now() / 1000));
  const format = "{{.TimeNano}} {{.Action}} {{.Actor.Attributes.name}}";
  const events = docker("events", "--since", "10m", "--until", until, ...ours, "--format", format)
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([, , container]) => container === name);
  const time = (action: string): number => Number(events.find(([, seen]) => seen === action)?.[0]) / 1e9;
  return time("destroy") - time("start");
}

describe.skipIf(!process.env.MIA_ENGINE)("smoke-inference on a real engine", () => {
  let workspace: Workspace;
  const inputs = (mode: string, more: Record<string, string> = {}): Record<string, string> => ({
    model: "maptr",
    image,
    gpu: "none",
    config: `/app/${mode}.py`,
    ...more,
  });
  const run = async (mode: string, more?: Record<string, string>, env: Record<string, string> = {}) => {
    const end = await runBundle("smoke-inference", {
      workspace: workspace.folder,
      inputs: inputs(mode, more),
      env,
    });
    const record = recordOf(workspace);
    expect(left(record.container?.name ?? "nothing"), "a container is left").toBe("");
    return { ...end, record };
  };

  beforeAll(async () => {
    const { ensureBaseStandIn } = await import("../stand-ins/base/base.mjs");
    await ensureBaseStandIn({ env: {} });
    using context = temporaryWorkspace();
    cpSync(repository("test/engine/smoke-inference"), context.folder, { recursive: true });
    copyFileSync(repository("images/maptr/sample-output.json"), path.join(context.folder, "sample.json"));
    execFileSync("docker", ["buildx", "build", "--load", "--tag", image, context.folder], { stdio: "pipe" });
    workspace = temporaryWorkspace();
    workspace.copyImage("maptr");
  });
  afterAll(() => workspace?.[Symbol.dispose]());

  test("a good answer passes, and says that it is a stand-in's", async () => {
    const { code, record, outputs } = await run("good");
    expect(code).toBe(0);
    expect(record).toMatchObject({
      status: "passed",
      evidence: "stand-in",
      replacedContexts: ["base", "model-runtime"],
      gpu: null,
      container: { exitCode: 0, oomKilled: false, timedOut: false, removed: true },
      predictions: [{ family: "vectorized-map", count: 50 }],
    });
    expect(record.imageId).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(outputs).toMatchObject({ status: "passed", "exit-code": "0", "peak-gpu-mib": "" });
    expect(JSON.parse(workspace.read(record.output ?? ""))).toMatchObject({ schema: "raw-output/v1" });
  });

  test("an image the engine does not have is named, and nothing is known of it", async () => {
    const { code, record } = await run("good", { image: "mia-test/nope:1" });
    expect(code).toBe(1);
    expect(record).toMatchObject({
      evidence: "unknown",
      imageId: null,
      failure: { code: "image-missing", message: "the engine does not have mia-test/nope:1" },
    });
  });

  test("the container has no network, no capability, no way to gain one, and a read-only root", async () => {
    const { stdout } = await run("probe");
    const uid = process.getuid?.() || 1000;
    expect(stdout).toContain(`uid ${uid} caps 0000000000000000 no-new-privs 1`);
    expect(stdout).toContain("interfaces ['lo']");
    expect(stdout).toContain("root read-only True tmp writable True");
  });

  /** The stand-in with further lines of a Dockerfile. */
  const derived = (name: string, lines: string): string => {
    const tag = `mia-test/smoke-stand-in-${name}:1`;
    const input = `FROM ${image}\n${lines}\n`;
    execFileSync("docker", ["buildx", "build", "--load", "--tag", tag, "-"], { input, stdio: "pipe" });
    return tag;
  };

  test.each([
    ["plus-zero", "USER +0"],
    ["admin", "USER 0\nRUN echo admin:x:0:0::/:/bin/sh >> /etc/passwd\nUSER admin"],
  ])("an image whose user is root by another name (%s) does not run as root", async (name, lines) => {
    const { stdout } = await run("probe", { image: derived(name, lines) });
    expect(stdout).toContain(`uid ${process.getuid?.() || 1000} caps 0000000000000000`);
  });

  test.each([
    ["workdir", "WORKDIR /app/output_results/sub"],
    ["volume", "VOLUME /app/output_results/sub"],
  ])("an image that makes a %s inside a mount never runs", async (name, lines) => {
    const { record } = await run("good", { image: derived(name, lines) });
    expect(record).toMatchObject({ failure: { code: "invalid-input" }, container: null });
  });

  test("the proxies of the docker client's configuration stay outside", async () => {
    using config = temporaryWorkspace();
    const proxy = "http://someone:password@proxy.invalid:1";
    const proxies = { default: { httpProxy: proxy, httpsProxy: proxy, ftpProxy: proxy, allProxy: proxy } };
    config.write("config.json", JSON.stringify({ proxies }));
    const { stdout } = await run("proxies", {}, { DOCKER_CONFIG: config.folder });
    expect(stdout).toContain(`proxies [${Array(10).fill("''").join(", ")}]`);
    expect(stdout).not.toContain("password");
  });

  test("folders that lock everybody out are removed with the rest", async () => {
    const { code, stdout } = await run("locked");
    expect(code, stdout).toBe(0);
    expect(stdout).not.toContain("could not be removed");
  });

  test("a checkpoint that the model does not load is no pass", async () => {
    workspace.write("model.pth", "PK\u0003\u0004");
    const { record } = await run("good", { checkpoint: "model.pth" });
    expect(record).toMatchObject({
      checkpoint: null,
      failure: { code: "checkpoint-unreadable", message: expect.stringMatching(/random weights/) },
    });
  });

  test.each<[mode: string, code: string, exitCode: number, message: RegExp]>([
    ["exit-3", "container-exit", 3, /exit code 3/],
    ["abort", "container-exit", 134, /SIGABRT/],
    ["silent", "output-missing", 0, /wrote no output/],
    ["garbage", "output-invalid", 0, /not JSON/],
    ["nan", "output-invalid", 0, /token NaN/],
    ["short", "output-invalid", 0, /labels_3d: has 51 rows/],
    ["link", "output-invalid", 0, /symbolic link/],
    ["fifo", "output-invalid", 0, /pipe/],
    ["folder", "output-invalid", 0, /folder/],
    ["huge", "output-too-large", 0, /10737418240 bytes/],
  ])("%s fails as %s", async (mode, code, exitCode, message) => {
    const end = await run(mode);
    expect(end.code).toBe(1);
    expect(end.record).toMatchObject({
      status: "failed",
      evidence: "stand-in",
      failure: { code },
      container: { exitCode },
    });
    expect(end.record.failure?.message).toMatch(message);
    expect(end.stdout + end.stderr).not.toMatch(/\n\s+at /);
  });

  test("a container at its memory limit fails as out-of-memory", async () => {
    const yaml = "images/maptr/model.yaml";
    const before = workspace.read(yaml);
    workspace.write(yaml, before.replace("memoryMiB: 16384", "memoryMiB: 64"));
    const { record } = await run("hungry");
    workspace.write(yaml, before);
    expect(record).toMatchObject({
      failure: { code: "out-of-memory" },
      container: { exitCode: 137, oomKilled: true },
    });
  });

  test.each([
    ["deaf", 137],
    ["slow", 143],
  ])("%s is gone within deadline, grace and 2 s", async (mode, exitCode) => {
    const { record } = await run(mode, { timeout: "2", "kill-grace": "1" });
    expect(record).toMatchObject({
      failure: { code: "timeout" },
      container: { exitCode, timedOut: true, removed: true },
    });
    expect(record.failure?.message).toMatch(/within 2 s .* in phase forward/);
    expect(lifetime(record.container?.name ?? "")).toBeLessThan(2 + 1 + 2);
  });

  test("what the model prints is no command to the runner, and no escape sequence to the reader", async () => {
    const { stdout, outputs } = await run("noise");
    const token = /::stop-commands::(\S+)/.exec(stdout)?.[1] ?? "none";
    const [, block = ""] = stdout.split(`::stop-commands::${token}\n`);
    const shown = block.slice(0, block.indexOf(`::${token}::`));
    expect(shown).toContain("::add-mask::secret");
    expect(shown).toContain("red");
    expect(stdout).not.toContain("\u001b");
    expect(stdout.replace(shown, "")).not.toContain("forged");
    expect(outputs.status).toBe("passed");
  });

  test("a flood of output is cut, and the answer still read", async () => {
    const { record, stdout } = await run("flood");
    expect(record.status).toBe("passed");
    expect(stdout).toContain("the rest is not shown");
    expect(stdout.length).toBeLessThan(5 * 1024 * 1024);
  });

  /** Starts a run that does not end by itself, and gives its container's name once it runs. */
  async function hanging(): Promise<{ name: string; bundle: ReturnType<typeof startBundle> }> {
    const bundle = startBundle("smoke-inference", { workspace: workspace.folder, inputs: inputs("deaf") });
    let stdout = "";
    bundle.running.child.stdout?.on("data", (chunk) => (stdout += chunk));
    for (let tries = 0; tries < 200 && !stdout.includes("phase: forward"); tries++) await sleep(100);
    return { name: /container (mia-smoke-\S+):/.exec(stdout)?.[1] ?? "none", bundle };
  }

  test("SIGKILL of the action leaves a container, and post removes it", async () => {
    const { name, bundle } = await hanging();
    bundle.running.child.kill("SIGKILL");
    const { state } = bundle.collect(await bundle.running.ended);
    expect(left(name)).not.toBe("");
    expect(state).toMatchObject({ container: name, phase: "post" });
    const post = await runBundle("smoke-inference", {
      workspace: workspace.folder,
      inputs: inputs("deaf"),
      state,
    });
    expect(post.code, post.stdout).toBe(0);
    expect(left(name)).toBe("");
  });

  test("a cancel kills first and is over within 10 s", async () => {
    const { name, bundle } = await hanging();
    const cancelled = performance.now();
    bundle.running.child.kill("SIGINT");
    const end = await bundle.running.ended;
    expect(performance.now() - cancelled).toBeLessThan(10_000);
    expect(end.code).toBe(1);
    expect(left(name)).toBe("");
    expect(recordOf(workspace)).toMatchObject({
      failure: { code: "cancelled" },
      container: { removed: true },
    });
  });
});
