import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseInputs } from "@mia/action-kit";
import { testHost } from "@mia/action-kit/testing";
import type { SmokeResult } from "@mia/step-result";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { smokeInference } from "./smoke-inference.ts";

const images = path.resolve(import.meta.dirname, "../../../images");
const gpuFixtures = path.resolve(import.meta.dirname, "../../../packages/gpu/src/fixtures");
const imageId = `sha256:${"a".repeat(64)}`;

let workspace: string;
const at = (...parts: string[]): string => path.join(workspace, ...parts);

beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), "mia-smoke-test-"));
  mkdirSync(at("images/maptr"), { recursive: true });
  copyFileSync(`${images}/maptr/model.yaml`, at("images/maptr/model.yaml"));
  mkdirSync(at("bin"));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

/** A program of this name, first on PATH. */
function program(name: string, script: string): void {
  writeFileSync(at("bin", name), `#!/bin/sh\n${script}\n`);
  chmodSync(at("bin", name), 0o755);
}

interface DockerFake {
  labels?: Record<string, string>;
  config?: Record<string, unknown>;
  create?: string;
  start?: string;
  /** How long the container runs. */
  seconds?: number;
}

/**
 * A docker client whose engine has one image, and whose `start` does what the test says; `$out` is then the folder
 * mounted for the output. Every call is kept in the file `calls`.
 */
function docker({ labels = {}, config = {}, create = "", start = "", seconds = 0 }: DockerFake = {}): void {
  const image = JSON.stringify({ Id: imageId, Config: { User: "1000", Labels: labels, ...config } });
  const state = '{"Status":"exited","Running":false,"ExitCode":0,"OOMKilled":false,"Error":""}';
  writeFileSync(at("image.json"), image);
  program(
    "docker",
    `echo "$*" >> ${at("calls")}
case "$1" in
version) echo 28.5.2 ;;
image) case "$*" in *missing*) echo "Error response from daemon: No such image: $5" >&2; exit 1 ;; esac; cat ${at("image.json")} ;;
create) for a in "$@"; do case "$a" in type=bind,src=*,dst=/app/output_results) a=\${a#type=bind,src=}; echo "\${a%%,*}" > ${at("out")} ;; esac; done; ${create || ":"} ;;
start) out=$(cat ${at("out")}); ${start || ":"} ;;
logs) echo "phase: forward" ;;
wait) sleep ${seconds}; echo 0 ;;
container) echo '${state}' ;;
esac`,
  );
}

function nvidiaSmi(line: string): void {
  program(
    "nvidia-smi",
    `case "$*" in
*-lms*) cat ${gpuFixtures}/h100-memory-samples.csv; exec sleep 60 ;;
*index*) echo '${line}' ;;
*) echo 3 ;;
esac`,
  );
}

async function smoke(
  inputs: Record<string, string>,
): Promise<{ record: SmokeResult; logged: string[]; calls: string }> {
  const host = testHost(workspace, { PATH: `${at("bin")}:/usr/bin:/bin`, RUNNER_TEMP: at("temp") });
  const parsed = parseInputs(smokeInference.inputs, {
    model: "maptr",
    image: "model-image/maptr:1",
    ...inputs,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { records } = await smokeInference.run(parsed.values, host);
  const calls = existsSync(at("calls")) ? readFileSync(at("calls"), "utf8") : "";
  return { record: records[0] as SmokeResult, logged: host.logged, calls };
}

const a10 = "0, GPU-0a, NVIDIA A10, 535.129.03, 8.6, 23028, 5";
const answering = `sed 's/"device":"cpu"/"device":"cuda:0"/' ${images}/maptr/sample-output.json > $out/raw-output.json`;

describe("before anything runs", () => {
  test("no docker on this host", async () => {
    const host = testHost(workspace, { PATH: at("bin") });
    const parsed = parseInputs(smokeInference.inputs, { model: "maptr", image: "a", gpu: "none" });
    if (!parsed.ok) throw new Error("inputs");
    const { records } = await smokeInference.run(parsed.values, host);
    expect(records[0]).toMatchObject({
      status: "failed",
      evidence: "unknown",
      failure: {
        code: "engine-missing",
        message: "docker is not on this machine's PATH",
        remedy: expect.stringMatching(/^Install Docker/),
      },
    });
  });

  test("an engine that does not answer", async () => {
    program("docker", "echo 'Cannot connect to the Docker daemon' >&2; exit 1");
    const { record } = await smoke({ gpu: "none" });
    expect(record.failure).toMatchObject({
      code: "engine-missing",
      detail: "Cannot connect to the Docker daemon",
    });
  });

  test.each<[string, Record<string, string>, string, RegExp]>([
    [
      "an image nobody built",
      { image: "missing:1", gpu: "none" },
      "image-missing",
      /^the engine does not have missing:1$/,
    ],
    ["no nvidia-smi", {}, "gpu-missing", /nvidia-smi cannot be run/],
    [
      "no checkpoint",
      { checkpoint: "nowhere.pth", gpu: "none" },
      "checkpoint-missing",
      /no checkpoint nowhere\.pth/,
    ],
    [
      "a checkpoint outside the workspace",
      { checkpoint: "/nope/x.pth", gpu: "none" },
      "checkpoint-missing",
      /no checkpoint \/nope\/x\.pth$/,
    ],
    ["an input outside", { input: "/nope", gpu: "none" }, "mount-missing", /the input \/nope is not/],
    ["a folder for a checkpoint", { checkpoint: "images", gpu: "none" }, "checkpoint-missing", /is a folder/],
    ["a Git LFS pointer", { checkpoint: "lfs.pth", gpu: "none" }, "checkpoint-unreadable", /Git LFS pointer/],
    ["no input folder", { input: "nowhere", gpu: "none" }, "mount-missing", /nowhere is not a folder/],
  ])("%s", async (_, inputs, code, message) => {
    docker();
    writeFileSync(at("lfs.pth"), "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");
    const { record, calls } = await smoke(inputs);
    expect(record).toMatchObject({ status: "failed", failure: { code }, container: null });
    expect(record.failure?.message).toMatch(message);
    expect(calls).not.toContain("create");
  });

  test("a real H100 is refused for kernels that stop at 8.9", async () => {
    docker();
    nvidiaSmi(readFileSync(`${gpuFixtures}/h100-query.csv`, "utf8").trim());
    const { record, calls } = await smoke({});
    expect(record.failure).toMatchObject({ code: "gpu-incompatible" });
    expect(record.failure?.message).toMatch(/H100.*9\.0 is too new.*7\.0 to 8\.9/);
    expect(calls).not.toContain("create");
  });

  test("an image of another model", async () => {
    docker({ labels: { "org.model-image-actions.model": "petr" } });
    const { record } = await smoke({ gpu: "none" });
    expect(record.failure?.message).toContain("was built for petr, not for maptr");
  });

  test.each([
    ["a WORKDIR", { WorkingDir: "/app/output_results/sub" }],
    ["a VOLUME", { Volumes: { "/app//input_data/": {} } }],
  ])("an image with %s inside a mount", async (_, config) => {
    docker({ config });
    const { record, calls } = await smoke({ gpu: "none" });
    expect(record.failure).toMatchObject({
      code: "invalid-input",
      message: expect.stringMatching(/WORKDIR or a VOLUME at "\/app/),
      remedy: expect.stringMatching(/Dockerfile/),
    });
    expect(calls).not.toContain("create");
  });

  test("an output family that nobody can check", async () => {
    const text = readFileSync(at("images/maptr/model.yaml"), "utf8");
    writeFileSync(at("images/maptr/model.yaml"), text.replace("family: vectorized-map", "family: poetry"));
    docker();
    const { record, calls } = await smoke({ gpu: "none" });
    expect(record.failure).toMatchObject({ code: "output-family-unknown" });
    expect(calls).toBe("");
  });

  test.each([
    ["gpu", "first", /auto, none, an index/],
    ["image", "--help", /image reference/],
    ["runs", "0", /whole number/],
    ["config", "x.py", /absolute path/],
    ["timeout", "ten", /600, or 10m/],
  ])("the input %s=%s is refused", (input, value, message) => {
    const parsed = parseInputs(smokeInference.inputs, { model: "maptr", image: "a", [input]: value });
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ input, message: expect.stringMatching(message) }],
    });
  });
});

describe("a run", () => {
  test("on a GPU leaves the GPU, its memory and the predictions in the record", async () => {
    docker({ start: answering, seconds: 0.5 });
    nvidiaSmi(a10);
    const { record, calls } = await smoke({});
    expect(record).toMatchObject({
      status: "passed",
      evidence: "stand-in",
      imageId,
      gpu: {
        name: "NVIDIA A10",
        uuid: "GPU-0a",
        driver: "535.129.03",
        computeCapability: "8.6",
        totalMiB: 23028,
      },
      usage: { baselineMiB: 5, peakMiB: 1643, residualMiB: 3, samples: 45 },
      predictions: [{ family: "vectorized-map", count: 50 }],
      container: { exitCode: 0, removed: true },
      output: "model-image-results/raw-output-maptr.json",
    });
    expect(calls).toMatch(/^create .*--gpus device=GPU-0a .*--device cuda$/m);
    expect(calls).toMatch(/^rm --force --volumes mia-smoke-/m);
    expect(readdirSync(tmpdir()).filter((name) => name.includes(`mia-smoke-${process.pid}`))).toEqual([]);
  });

  const label = (name: string): string => `org.model-image-actions.${name}`;
  const claiming = (evidence: string): string =>
    `sed 's/"evidence":"stand-in"/"evidence":"${evidence}"/' ${images}/maptr/sample-output.json > $out/raw-output.json`;

  test.each<[string, Record<string, string>, string, string, string]>([
    ["no label, and an output that claims to be real", {}, "real", "passed", "unknown"],
    ["no label, and a stand-in's output", {}, "stand-in", "passed", "stand-in"],
    ["a label real", { [label("evidence")]: "real" }, "real", "passed", "real"],
    [
      "a label real, and a stand-in's output",
      { [label("evidence")]: "real" },
      "stand-in",
      "passed",
      "stand-in",
    ],
    ["a label stand-in", { [label("evidence")]: "stand-in" }, "real", "passed", "stand-in"],
    [
      "a label real, and a context replaced",
      { [label("evidence")]: "real", [label("replaced-contexts")]: "wheels" },
      "real",
      "passed",
      "stand-in",
    ],
    ["a label nobody knows", { [label("evidence")]: "very real" }, "real", "passed", "unknown"],
    ["an output that says unknown", { [label("evidence")]: "real" }, "unknown", "failed", "real"],
  ])("with %s", async (_, labels, claim, status, evidence) => {
    docker({ labels, start: claiming(claim) });
    const { record, logged } = await smoke({ gpu: "none" });
    expect(record).toMatchObject({ status, evidence });
    const warned = logged.some((line) => line.startsWith("warning: evidence: unknown; no label"));
    expect(warned).toBe(Object.keys(labels).length === 0 || evidence === "unknown");
  });

  test("without a GPU says so, and gives the container none", async () => {
    docker({ start: `cp ${images}/maptr/sample-output.json $out/raw-output.json` });
    const { record, calls, logged } = await smoke({ gpu: "none" });
    expect(record).toMatchObject({ status: "passed", gpu: null, usage: null });
    expect(calls).toMatch(/NVIDIA_VISIBLE_DEVICES=void.*--device cpu$/m);
    expect(calls).not.toContain("--gpus");
    expect(logged.join("\n")).toMatch(/No GPU is used/);
  });

  const loading = (checkpoint: object): string =>
    `sed 's|"checkpoint":null|"checkpoint":${JSON.stringify(checkpoint)}|' ${images}/maptr/sample-output.json > $out/raw-output.json`;
  const sha256 = "c".repeat(64);
  const loaded = { path: "/app/checkpoints/model.pth", sha256, bytes: 8 };

  test.each<[string, string, object, string]>([
    ["that loads its checkpoint passes", "model.pth", loaded, "passed"],
    ["that loads it through a link passes", "link.pth", loaded, "passed"],
    ["that loads another file fails", "link.pth", { ...loaded, bytes: 9 }, "failed"],
  ])("%s", async (_, checkpoint, reported, status) => {
    writeFileSync(at("model.pth"), "PK\u0003\u0004more");
    symlinkSync("model.pth", at("link.pth"));
    docker({ start: loading(reported) });
    const { record } = await smoke({ gpu: "none", checkpoint });
    expect(record).toMatchObject({ status, checkpoint: { sha256 } });
    if (status === "failed") expect(record.failure?.code).toBe("checkpoint-unreadable");
  });

  test("on random weights fails where a checkpoint was given, and says so where none was", async () => {
    writeFileSync(at("model.pth"), "PK\u0003\u0004more");
    docker({ start: `cp ${images}/maptr/sample-output.json $out/raw-output.json` });
    const given = await smoke({ gpu: "none", checkpoint: "model.pth" });
    expect(given.record).toMatchObject({
      status: "failed",
      failure: { code: "checkpoint-unreadable", message: expect.stringMatching(/random weights/) },
    });
    const { record } = await smoke({ gpu: "none" });
    expect(record).toMatchObject({ status: "passed", checkpoint: null });
  });

  test("cancelled while its container is made never starts, and leaves none", async () => {
    docker({ create: `touch ${at("created")}; sleep 0.3` });
    const host = testHost(workspace, { PATH: `${at("bin")}:/usr/bin:/bin` });
    const parsed = parseInputs(smokeInference.inputs, { model: "maptr", image: "a", gpu: "none" });
    if (!parsed.ok) throw new Error("inputs");
    const running = smokeInference.run(parsed.values, host);
    await vi.waitUntil(() => existsSync(at("created")), { timeout: 5000, interval: 10 });
    host.cancel();
    const { records } = await running;
    expect(records[0]).toMatchObject({ failure: { code: "cancelled" }, container: { removed: true } });
    const calls = readFileSync(at("calls"), "utf8");
    expect(calls).not.toMatch(/^start/m);
    expect(calls).toMatch(/^rm /m);
  });

  test("that the engine cannot give a GPU to fails with the remedy, and its container is removed", async () => {
    docker({
      start: `echo 'Error response from daemon: could not select device driver "" with capabilities: [[gpu]]' >&2; exit 1`,
    });
    nvidiaSmi(a10);
    const { record, calls } = await smoke({});
    expect(record.failure).toMatchObject({
      code: "gpu-missing",
      remedy: expect.stringMatching(/nvidia-ctk/),
    });
    expect(record.container).toMatchObject({ removed: true, exitCode: null });
    expect(calls).toMatch(/^rm /m);
  });

  test("passes nothing where the model ran on the CPU in spite of its GPU", async () => {
    docker({ start: `cp ${images}/maptr/sample-output.json $out/raw-output.json` });
    nvidiaSmi(a10);
    const { record } = await smoke({});
    expect(record.failure).toMatchObject({ code: "gpu-missing" });
    expect(record.predictions).toHaveLength(1);
  });
});

test("post removes what the state names, and nothing that is not ours", async () => {
  docker();
  const host = testHost(workspace, { PATH: `${at("bin")}:/usr/bin:/bin` });
  host.state.save("container", "somebody-elses-database");
  await smokeInference.post?.(host);
  expect(existsSync(at("calls"))).toBe(false);
  host.state.save("container", "mia-smoke-1-01234567");
  await smokeInference.post?.(host);
  expect(readFileSync(at("calls"), "utf8")).toBe("rm --force --volumes mia-smoke-1-01234567\n");
});

describe("post, with a state that somebody forged", () => {
  const post = async (folder: string) => {
    docker();
    const host = testHost(workspace, { PATH: `${at("bin")}:/usr/bin:/bin`, RUNNER_TEMP: at("temp") });
    host.state.save("folder", folder);
    await smokeInference.post?.(host);
    return host.logged;
  };
  beforeEach(() => mkdirSync(at("temp/mia-smoke-abcDE1"), { recursive: true }));

  test("removes the run's own folder", async () => {
    await post(at("temp/mia-smoke-abcDE1"));
    expect(existsSync(at("temp/mia-smoke-abcDE1"))).toBe(false);
  });

  test.each([
    "images",
    "temp",
    "temp/..",
    "temp/mia-smoke-abcDE1/../../images",
    "temp/mia-smoke-other-7",
    "temp/deeper/mia-smoke-abcDE1",
    "mia-smoke-abcDE1",
  ])("leaves %s alone", async (name) => {
    for (const folder of ["temp/mia-smoke-other-7", "temp/deeper/mia-smoke-abcDE1", "mia-smoke-abcDE1"])
      mkdirSync(at(folder), { recursive: true });
    for (const folder of [`${workspace}/${name}`, name]) await post(folder);
    expect(existsSync(`${workspace}/${name}`)).toBe(true);
    expect(existsSync(at("images"))).toBe(true);
  });

  test("a folder that stays is named in a warning, and fails nothing", async () => {
    docker();
    const host = testHost(workspace, { PATH: `${at("bin")}:/usr/bin:/bin`, RUNNER_TEMP: at("temp") });
    const folder = at("temp/mia-smoke-abcDE1");
    host.state.save("folder", folder);
    host.files.remove = () => Promise.reject(new Error("EACCES: permission denied"));
    await smokeInference.post?.(host);
    expect(host.logged.join("\n")).toContain(
      `warning: the run's folder ${folder} could not be removed: EACCES`,
    );
  });

  test("a container that stays fails it, after the folder is gone", async () => {
    program("docker", "echo 'device or resource busy' >&2; exit 1");
    const host = testHost(workspace, { PATH: `${at("bin")}:/usr/bin:/bin`, RUNNER_TEMP: at("temp") });
    host.state.save("container", "mia-smoke-1-01234567");
    host.state.save("folder", at("temp/mia-smoke-abcDE1"));
    await expect(smokeInference.post?.(host)).rejects.toThrow(/mia-smoke-1-01234567 could not be removed/);
    expect(existsSync(at("temp/mia-smoke-abcDE1"))).toBe(false);
  });
});
