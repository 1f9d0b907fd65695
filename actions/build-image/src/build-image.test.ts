import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { perform } from "@mia/action-kit";
import { type TestHost, testHost } from "@mia/action-kit/testing";
import type { BuildResult } from "@mia/step-result";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildImage } from "./build-image.ts";
import { modelYaml } from "./model-yaml.fixture.ts";

const fixtures = new URL("../../../packages/container/src/fixtures/build/", import.meta.url).pathname;
const digest = "sha256:b658daf8d14cf60b8c7148871774414dd15d3a8abb902e685a55ed864af904c2";
const configDigest = "sha256:0073123ad44d8d25a9e89bf5c32341f8779f6f8b2a93af811848f4861850b5ef";

let workspace: string;
let temporary: string;
let realTemporary: string | undefined;

beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), "build-image-test-"));
  temporary = path.join(workspace, "temporary");
  // The host's temporary folder is the system's, which this moves for one test.
  realTemporary = process.env.TMPDIR;
  process.env.TMPDIR = temporary;
  put("images/tiny/model.yaml", modelYaml("tiny"));
  put("images/tiny/Dockerfile", "FROM scratch\n");
  put("images/runtime/x", "");
  put("wheels/x", "");
});

afterEach(() => {
  if (realTemporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = realTemporary;
  rmSync(workspace, { recursive: true, force: true });
});

function put(file: string, content: string): void {
  const place = path.join(workspace, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
}

/** A `docker` that notes its arguments, then does what `script` says. `$metadata` is the file it shall write. */
function fakeDocker(script: string): TestHost {
  const note = path.join(workspace, "calls");
  const find = `metadata=; previous=; for a; do [ "$previous" = --metadata-file ] && metadata="$a"; previous="$a"; done`;
  put("bin/docker", `#!/bin/sh\necho "$*" >> ${note}\n${find}\n${script}\n`);
  chmodSync(path.join(workspace, "bin/docker"), 0o755);
  return testHost(workspace, { PATH: `${path.join(workspace, "bin")}:${process.env.PATH}` });
}

const succeed = `case "$1 $2" in
  "buildx build") cat ${fixtures}built.txt >&2; cp ${fixtures}metadata-loaded.json "$metadata" ;;
  "image inspect") echo '[4242]' ;;
esac`;

const fail = (name: string, code = 1): string =>
  `case "$2" in version) echo "github.com/docker/buildx v0.29.1 abc"; exit 0 ;; esac; cat ${fixtures}${name}.txt >&2; exit ${code}`;

interface Ran {
  record: BuildResult;
  outputs: Record<string, string>;
  exitCode: number;
  calls: string[];
}

async function run(host: TestHost, inputs: Record<string, string> = {}): Promise<Ran> {
  const { records, outputs, exitCode } = await perform(buildImage, { model: "tiny", ...inputs }, host);
  const calls = path.join(workspace, "calls");
  return {
    record: records[0] as BuildResult,
    outputs,
    exitCode,
    calls: existsSync(calls) ? readFileSync(calls, "utf8").trim().split("\n") : [],
  };
}

describe("a build that ends well", () => {
  test("is one build and one question about the image", async () => {
    const host = fakeDocker(succeed);
    const { record, outputs, exitCode, calls } = await run(host);
    expect(exitCode).toBe(0);
    expect(record).toMatchObject({
      ...{ status: "passed", evidence: "real", replacedContexts: [], model: "tiny", folder: "images/tiny" },
      ...{ target: "runtime", tags: ["model-image/tiny:latest"], digest, configDigest, pushed: false },
      ...{ sizeBytes: 4242, steps: { total: 5, cached: 0 }, builder: "default" },
    });
    expect(record.transferredBytes).toBeGreaterThan(1_982_262);
    expect(outputs).toMatchObject({
      status: "passed",
      "image-ref": "model-image/tiny:latest",
      digest,
      "config-digest": configDigest,
    });
    expect(calls).toHaveLength(2);
    expect(calls[0]).toContain("--build-context model-runtime=./images/runtime");
    expect(host.logged).toContainEqual(expect.stringMatching(/^ {2}#\d+ \| last line$/));
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("pushed: the image is named by digest, and nothing is asked of the engine", async () => {
    const tags = "127.0.0.1:5000/tiny:1\nghcr.io/o/tiny:1";
    const { record, outputs, calls } = await run(fakeDocker(succeed), { push: "true", tags });
    expect(outputs["image-ref"]).toBe(`127.0.0.1:5000/tiny@${digest}`);
    expect(record).toMatchObject({ pushed: true, sizeBytes: null, tags: tags.split("\n") });
    expect(calls).toHaveLength(3);
    expect(calls[0]).toMatch(/^buildx imagetools inspect --raw 127\.0\.0\.1:5000\/tiny:1$/);
    expect(calls[1]).toMatch(/ --push \.\/images\/tiny$/);
    expect(calls[2]).toBe(`buildx imagetools inspect --raw 127.0.0.1:5000/tiny@${digest}`);
  });

  test("with replaced contexts it is a stand-in, in the record, on the image and in the log", async () => {
    const host = fakeDocker(succeed);
    const contexts = "wheels=wheels\nbase=docker-image://mia-stand-in/base:1";
    const { record, calls } = await run(host, { "build-contexts": contexts });
    expect(record).toMatchObject({ evidence: "stand-in", replacedContexts: ["base", "wheels"] });
    expect(calls[0]).toContain("--label org.model-image-actions.evidence=stand-in");
    expect(calls[0]).toContain("--label org.model-image-actions.replaced-contexts=base,wheels");
    expect(host.logged.at(-1)).toContain("evidence: stand-in (replaced: base, wheels)");
  });

  test.each<[string, Record<string, string>, string[]]>([
    ["a build argument that an ARG before FROM declares", { "build-args": "BASE=x\nJOBS=4" }, ["arg:BASE"]],
    ["the longest name", { "build-args": `TARGETARCH=x\nX${"a".repeat(149)}=x` }, ["arg:TARGETARCH"]],
    ["another runtime", { "runtime-context": "wheels" }, ["model-runtime"]],
    [
      "all of it",
      { "build-args": "BASE", "runtime-context": "./wheels", "build-contexts": "a=wheels" },
      [...["a", "arg:BASE", "model-runtime"]],
    ],
    ["the workspace's runtime, written otherwise", { "runtime-context": "./images/../images/runtime/" }, []],
  ])("%s: what it replaces is named", async (_, inputs, replacedContexts) => {
    put("images/tiny/Dockerfile", "ARG BASE=scratch\nFROM $BASE\nARG JOBS\n");
    const { record, calls } = await run(fakeDocker(succeed), inputs);
    const evidence = replacedContexts.length > 0 ? "stand-in" : "real";
    expect(record).toMatchObject({ status: "passed", evidence, replacedContexts });
    expect(calls[0]).toContain(`--label org.model-image-actions.evidence=${evidence}`);
    expect(calls[0]).toContain(`.replaced-contexts=${replacedContexts.join(",")} `);
  });

  test("a source policy of the environment may replace anything", async () => {
    const { env } = fakeDocker(succeed);
    const policy = { EXPERIMENTAL_BUILDKIT_SOURCE_POLICY: "/policy.json" };
    const { record } = await run(testHost(workspace, { ...env, ...policy }));
    expect(record).toMatchObject({
      evidence: "stand-in",
      replacedContexts: ["env:EXPERIMENTAL_BUILDKIT_SOURCE_POLICY"],
    });
  });

  test.each([
    ["base", "base"],
    ["ghcr.io/o/base:1", "ghcr.io/o/base:1"],
    ["<b>no name</b>", "base"],
    ["", "base"],
  ])("on a base that says it stands in for %s", async (label, replaced) => {
    const inspected = `[ "$1" = image ] && { echo '${JSON.stringify([4242, label])}'; exit; }\n${succeed}`;
    const host = fakeDocker(inspected);
    const { record, calls } = await run(host);
    expect(record).toMatchObject({ evidence: "stand-in", replacedContexts: [replaced], sizeBytes: 4242 });
    expect(calls).toHaveLength(2);
    expect(host.logged.at(-1)).toContain(`evidence: stand-in (replaced: ${replaced})`);
  });

  test.each([
    ["an error", "exit 1"],
    ["garbage", "echo garbage"],
    ["a number alone", "echo 4242"],
  ])("an engine that answers with %s vouches for nothing", async (_, answer) => {
    const host = fakeDocker(`[ "$1" = image ] && { ${answer}; exit; }\n${succeed}`);
    const { record } = await run(host);
    expect(record).toMatchObject({ status: "passed", evidence: "unknown", sizeBytes: null });
    expect(host.logged.join("\n")).toMatch(/warning: the size of model-image\/tiny:latest is not known/);
    expect(host.logged.at(-1)).toMatch(/; evidence: unknown$/);
  });

  test("ten megabytes of output, much of it no progress, do no harm", async () => {
    const garbage = `head -c 5000000 /dev/zero | tr '\\0' 'x' >&2; echo >&2; head -c 5000000 /dev/urandom | base64 >&2`;
    const { record } = await run(fakeDocker(`[ "$1" = buildx ] && { ${garbage}; }\n${succeed}`));
    expect(record).toMatchObject({ status: "passed", digest });
  });
});

describe("a build that fails says why, and leaves its record", () => {
  test.each<[string, string, string, RegExp]>([
    ["an exit code without a word", "exit 3", "build-failed", /ended with exit code 3 and said nothing/],
    ["a signal", "kill -9 $$", "build-failed", /ended with signal SIGKILL/],
    [
      "a failing step",
      fail("failed-step"),
      "build-failed",
      /\[broken 1\/1\].*exit code: 3\ncompiling\nerror: nvcc/,
    ],
    ["a registry that is not there", fail("no-registry"), "registry-unreachable", /could not be reached/],
    ["no daemon", fail("no-engine"), "engine-missing", /no Docker engine answers/],
    [
      "no plugin",
      fail("no-plugin", 125),
      "engine-missing",
      /its buildx plugin is not: .* exit code 125\nunknown flag/,
    ],
    [
      "an old engine",
      fail("old-engine"),
      "engine-too-old",
      /buildx here is 0\.29\.1, which is new enough: it is the engine/,
    ],
    ["success without metadata", "exit 0", "build-failed", /wrote no metadata/],
    ["success with garbage for metadata", `echo garbage > "$metadata"`, "build-failed", /it is not JSON/],
    ["success with empty metadata", `echo '{}' > "$metadata"`, "build-failed", /names no image/],
    [
      "an image that did not arrive",
      `[ "$1" = image ] && { echo "Error: No such image: x" >&2; exit 1; }\n${succeed}`,
      "image-missing",
      /the engine has no image/,
    ],
  ])("%s", async (_, script, code, message) => {
    const { record, outputs, exitCode } = await run(fakeDocker(script));
    expect(exitCode).toBe(1);
    expect(record).toMatchObject({ status: "failed", failure: { code } });
    expect(record.failure?.message).toMatch(message);
    expect(record.failure?.remedy).not.toBe("");
    expect(outputs["image-ref"]).toBe("");
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(path.join(workspace, "model-image-results/step-result-build-tiny.json"))).toBe(true);
  });

  test("a failing instruction is found at its line of the Dockerfile", async () => {
    const { record } = await run(fakeDocker(fail("failed-step")));
    expect(record.findings).toMatchObject([
      {
        rule: "build/build-failed",
        severity: "error",
        locations: [{ file: "images/tiny/Dockerfile", line: 11 }],
      },
    ]);
    expect(record.steps).toEqual({ total: 6, cached: 5 });
  });

  test("docker is missing", async () => {
    const { record } = await run(testHost(workspace, { PATH: path.join(workspace, "empty") }));
    expect(record.failure).toMatchObject({
      code: "engine-missing",
      message: "docker is not on this machine's PATH",
    });
  });

  test("docker is no program", async () => {
    const host = fakeDocker("");
    chmodSync(path.join(workspace, "bin/docker"), 0o644);
    const { record } = await run(testHost(workspace, { PATH: path.join(workspace, "bin") }));
    expect(host.logged).toEqual([]);
    expect(record.failure).toMatchObject({ code: "engine-missing" });
  });

  test("the time is over: buildx gets SIGINT and time to stop the builder", async () => {
    const script = `trap 'echo interrupted > ${workspace}/trapped; exit 130' INT; cat ${fixtures}killed-engine.txt >&2; while :; do sleep 0.05; done`;
    const { record } = await run(fakeDocker(script), { timeout: "1" });
    expect(record.failure).toMatchObject({ code: "timeout" });
    expect(record.failure?.message).toMatch(/stopped after 1 s; it was at "\[image 3\/3\] RUN/);
    expect(readFileSync(path.join(workspace, "trapped"), "utf8")).toBe("interrupted\n");
  });

  test("cancelled: the same, and the record says so", async () => {
    const script = `trap 'cat ${fixtures}cancelled.txt >&2; touch ${workspace}/trapped; exit 130' INT; touch ${workspace}/began; while :; do sleep 0.05; done`;
    const host = fakeDocker(script);
    const running = run(host);
    while (!existsSync(path.join(workspace, "began")))
      await new Promise((resolve) => setTimeout(resolve, 20));
    // What would stay, were the action killed now.
    const kept = JSON.parse(
      readFileSync(path.join(workspace, "model-image-results/step-result-build-tiny.json"), "utf8"),
    );
    expect(kept).toMatchObject({ status: "failed", failure: { code: "cancelled" } });
    expect(kept.failure.message).toMatch(/was killed while it was building/);
    host.cancel();
    const { record } = await running;
    expect(record.failure).toMatchObject({ code: "cancelled" });
    expect(record.failure?.message).toMatch(/^the build was cancelled; it was at "\[image 3\/3\] RUN/);
    expect(existsSync(path.join(workspace, "trapped"))).toBe(true);
  });
});

describe("secrets", () => {
  test("are warned of, and their values stay out of the log and the record", async () => {
    const script = `echo "ERROR: pip --token hunter-two-three" >&2; exit 1`;
    const host = fakeDocker(script);
    const { record, calls } = await run(host, { "build-args": "PIP_TOKEN=hunter-two-three\nJOBS=4" });
    expect(calls[0]).toContain("--build-arg PIP_TOKEN=hunter-two-three --build-arg JOBS=4");
    expect(host.logged.join("\n")).toMatch(/warning: the build argument PIP_TOKEN is named like a secret/);
    expect(host.logged.join("\n")).toContain("--build-arg JOBS=4");
    expect(JSON.stringify([record, host.logged])).not.toContain("hunter");
  });

  test("nor does a token that stands alone in an address", async () => {
    const host = fakeDocker(`echo "ERROR: cannot fetch https://hunter-two@host/x" >&2; exit 1`);
    const { record } = await run(host, { "build-contexts": "upstream=https://hunter-two@host/x.git" });
    expect(JSON.stringify([record, host.logged])).not.toContain("hunter");
  });

  test("a build argument that swaps the frontend is refused", async () => {
    const inputs = { model: "tiny", "build-args": "BUILDKIT_SYNTAX=evil/frontend" };
    const { inputProblems, exitCode } = await perform(buildImage, inputs, fakeDocker(succeed));
    expect(exitCode).toBe(2);
    expect(JSON.stringify(inputProblems)).toMatch(/BUILDKIT_SYNTAX.*change how the Dockerfile is read/);
  });
});

describe("inputs that cannot be used", () => {
  test.each<[string, Record<string, string>, RegExp]>([
    [
      "a folder that is not there",
      { "build-contexts": "wheels=nowhere" },
      /"build-contexts" sets wheels to nowhere/,
    ],
    ["no runtime", { "runtime-context": "nowhere" }, /"runtime-context" names nowhere/],
    ["a push to nowhere", { push: "true" }, /"push" is true, but input "tags" is empty/],
  ])("%s: the record says which", async (_, inputs, message) => {
    const { record, exitCode, calls } = await run(fakeDocker(succeed), inputs);
    expect(exitCode).toBe(2);
    expect(record.failure?.message).toMatch(message);
    expect(calls).toEqual([]);
  });

  test("several at once are all told", async () => {
    const inputs = {
      ...{
        model: "tiny",
        tags: "Not A Tag",
        target: "--x",
        "build-args": "1=2\n1=2",
        push: "maybe",
        timeout: "ten",
      },
      ...{ "build-contexts": "model-runtime=x", builder: "a b" },
    };
    const { inputProblems, exitCode } = await perform(buildImage, inputs, fakeDocker(succeed));
    expect(exitCode).toBe(2);
    expect(inputProblems.map(({ input }) => input).sort()).toEqual([
      ...["build-args", "build-contexts", "builder", "push", "tags", "target", "timeout"],
    ]);
  });

  test("a model.yaml that cannot be read fails before anything is built", async () => {
    put("images/tiny/model.yaml", `${modelYaml("tiny")}typo: 1\n`);
    const { record, exitCode, calls } = await run(fakeDocker(succeed));
    expect([exitCode, record.failure?.code, calls]).toEqual([2, "unreadable-input", []]);
    expect(record.findings).toHaveLength(1);
  });

  test("no Dockerfile", async () => {
    rmSync(path.join(workspace, "images/tiny/Dockerfile"));
    const { record } = await run(fakeDocker(succeed));
    expect(record.failure?.message).toBe("images/tiny holds no Dockerfile");
  });
});
