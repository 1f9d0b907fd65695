import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { perform } from "@mia/action-kit";
import { testHost } from "@mia/action-kit/testing";
import type { PlanResult } from "@mia/step-result";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { planMatrix } from "./plan-matrix.ts";

/** A real repository: main with three models, then a branch. */
let root = "";
let repository = "";

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "plan-matrix-"));
  repository = path.join(root, "origin");
  mkdirSync(repository);
  git("init", "--quiet", "--initial-branch=main");
  for (const slug of ["maptr", "petr", "vad"]) put(`images/${slug}/model.yaml`, `slug: ${slug}\n`);
  put("images/runtime/model_runtime/cli.py", "x = 1\n");
  put("README.md", "hello\n");
  commit("three models");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(...args: string[]): string {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_AUTHOR_NAME: "a",
    GIT_AUTHOR_EMAIL: "a@b.c",
    GIT_COMMITTER_NAME: "a",
    GIT_COMMITTER_EMAIL: "a@b.c",
  };
  return execFileSync("git", args, {
    cwd: repository,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(repository, file)), { recursive: true });
  writeFileSync(path.join(repository, file), text);
}

function commit(message: string): string {
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "-m", message);
  return git("rev-parse", "HEAD");
}

async function plan(
  raw: Record<string, string>,
  event?: { name: string; payload: unknown },
  workspace = repository,
) {
  const env: Record<string, string> = {};
  if (event) {
    const file = path.join(root, "event.json");
    writeFileSync(file, typeof event.payload === "string" ? event.payload : JSON.stringify(event.payload));
    Object.assign(env, { GITHUB_EVENT_NAME: event.name, GITHUB_EVENT_PATH: file });
  }
  const done = await perform(planMatrix, raw, testHost(workspace, env));
  return { ...done, record: done.records[0] as PlanResult };
}

const pullRequest = (sha: string) => ({ name: "pull_request", payload: { pull_request: { base: { sha } } } });

describe("a pull request", () => {
  test("is compared from its merge base: what main did meanwhile is not its doing", async () => {
    git("checkout", "--quiet", "-b", "feature");
    put("images/petr/Dockerfile", "FROM x\n");
    commit("change petr");
    git("checkout", "--quiet", "main");
    put("images/vad/Dockerfile", "FROM x\n");
    const tip = commit("main moves on");
    git("checkout", "--quiet", "feature");
    const { record, outputs, exitCode } = await plan({}, pullRequest(tip));
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      any: "true",
      models: "petr",
      matrix: '{"include":[{"model":"petr","folder":"images/petr"}]}',
    });
    expect(record.models).toEqual([{ slug: "petr", name: "petr", reason: "images/petr/Dockerfile changed" }]);
    expect(record.base).toBe(git("merge-base", "main", "feature"));
    expect(record.expects).toEqual(["verify", "build", "smoke"]);
  });

  test("that touches no model gives an empty matrix and says so", async () => {
    const base = git("rev-parse", "HEAD");
    put("README.md", "changed\n");
    commit("words");
    const { outputs, exitCode } = await plan({}, pullRequest(base));
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ any: "false", models: "", matrix: '{"include":[]}' });
  });

  test("a renamed folder plans its new name and notes the old one", async () => {
    const base = git("rev-parse", "HEAD");
    renameSync(path.join(repository, "images/vad"), path.join(repository, "images/vad-two"));
    commit("rename");
    const { record, outputs } = await plan({}, pullRequest(base));
    expect(outputs.models).toBe("vad-two");
    expect(record.notes).toEqual(["images/vad is gone: there is nothing left to build"]);
  });

  test("a file moved from one model to another touches both", async () => {
    put("images/maptr/a.patch", "long enough to be seen as a rename by git\n".repeat(20));
    const base = commit("a patch");
    renameSync(path.join(repository, "images/maptr/a.patch"), path.join(repository, "images/petr/a.patch"));
    commit("move");
    expect((await plan({}, pullRequest(base))).outputs.models).toBe("maptr petr");
  });

  test("a deleted model is dropped", async () => {
    const base = git("rev-parse", "HEAD");
    rmSync(path.join(repository, "images/maptr"), { recursive: true });
    commit("delete");
    const { outputs, record } = await plan({}, pullRequest(base));
    expect(outputs).toMatchObject({ any: "false", models: "" });
    expect(record.notes).toEqual(["images/maptr is gone: there is nothing left to build"]);
  });

  test("the shared run time touches all", async () => {
    const base = git("rev-parse", "HEAD");
    put("images/runtime/model_runtime/cli.py", "x = 2\n");
    commit("run time");
    const { outputs, record } = await plan({}, pullRequest(base));
    expect(outputs.models).toBe("maptr petr vad");
    expect(record.models[0]?.reason).toBe(
      "images/runtime/model_runtime/cli.py changed, which every model shares",
    );
  });

  test("names with spaces, quotes and letters beyond ASCII are read as they are", async () => {
    const base = git("rev-parse", "HEAD");
    put('images/petr/a "b" ü\t.txt', "x\n");
    commit("odd name");
    expect((await plan({}, pullRequest(base))).outputs.models).toBe("petr");
  });
});

describe("a push", () => {
  test("is compared with the commit before it", async () => {
    const before = git("rev-parse", "HEAD");
    put("images/maptr/Dockerfile", "FROM x\n");
    commit("one");
    put("images/vad/Dockerfile", "FROM x\n");
    commit("two");
    const { outputs } = await plan({}, { name: "push", payload: { before } });
    expect(outputs.models).toBe("maptr vad");
  });

  test("a commit put back by force is a change too", async () => {
    put("images/maptr/Dockerfile", "FROM x\n");
    const before = commit("taken back");
    git("reset", "--quiet", "--hard", "HEAD^");
    const { outputs } = await plan({}, { name: "push", payload: { before } });
    expect(outputs.models).toBe("maptr");
  });
});

describe("where the change cannot be known, all models are planned and the reason is said", () => {
  test.each([
    ["no event", {}, undefined, "no base was given"],
    ["a schedule", {}, { name: "schedule", payload: {} }, "an event of kind schedule compares with nothing"],
    ["a new branch", {}, { name: "push", payload: { before: "0".repeat(40) } }, "the branch is new"],
    ["a commit nobody has", {}, pullRequest("1".repeat(40)), "the repository does not hold 111111"],
    ["an unknown base", { base: "no-such-branch" }, undefined, "the repository does not hold no-such-branch"],
    [
      "a base that looks like an option",
      { base: "--output=/tmp/x" },
      undefined,
      "does not hold --output=/tmp/x",
    ],
    ["an event that is no JSON", {}, { name: "push", payload: "{" }, "the event file cannot be read"],
    ["an event of another shape", {}, { name: "push", payload: [1] }, "does not name a base commit"],
  ])("%s", async (_, raw, event, reason) => {
    const { record, outputs, exitCode } = await plan(raw, event);
    expect(exitCode).toBe(0);
    expect(outputs.models).toBe("maptr petr vad");
    expect(record.base).toBeNull();
    expect(record.notes?.[0]).toContain(reason);
    expect(record.models[0]?.reason).toContain(reason);
  });

  test("a shallow clone", async () => {
    const base = git("rev-parse", "HEAD");
    put("images/petr/Dockerfile", "FROM x\n");
    commit("one");
    put("images/petr/Dockerfile", "FROM y\n");
    commit("two");
    git("clone", "--quiet", "--depth=1", `file://${repository}`, path.join(root, "shallow"));
    const { record, outputs } = await plan({}, pullRequest(base), path.join(root, "shallow"));
    expect(outputs.models).toBe("maptr petr vad");
    expect(record.notes?.[0]).toContain("the clone is shallow");
    expect(record.notes?.[0]).toContain("fetch-depth: 0");
  });

  test("a shallow clone that holds both tips but not where they part", async () => {
    git("checkout", "--quiet", "-b", "feature");
    put("images/petr/Dockerfile", "FROM x\n");
    commit("feature");
    git("checkout", "--quiet", "main");
    put("README.md", "main moves on\n");
    const tip = commit("main moves on");
    const shallow = path.join(root, "shallow");
    git("clone", "--quiet", "--depth=1", "--branch=feature", `file://${repository}`, shallow);
    git("-C", shallow, "fetch", "--quiet", "--depth=1", "origin", "main");
    const { record, outputs } = await plan({}, pullRequest(tip), shallow);
    expect(outputs.models).toBe("maptr petr vad");
    expect(record.notes?.[0]).toContain("the clone is shallow and does not reach the merge base");
  });

  test("histories without a common commit", async () => {
    const base = git("rev-parse", "HEAD");
    git("checkout", "--quiet", "--orphan", "other");
    commit("from nothing");
    expect((await plan({}, pullRequest(base))).record.notes?.[0]).toContain("have no common commit");
  });

  test("a folder that is no repository", async () => {
    rmSync(path.join(repository, ".git"), { recursive: true });
    const { record, outputs } = await plan({ base: "main" });
    expect(outputs.models).toBe("maptr petr vad");
    expect(record.notes?.[0]).toContain("not a git repository");
  });
});

test("a shallow clone that holds the base is enough", async () => {
  const base = git("rev-parse", "HEAD");
  put("images/petr/Dockerfile", "FROM x\n");
  commit("one");
  git("clone", "--quiet", "--depth=2", `file://${repository}`, path.join(root, "shallow"));
  const { outputs } = await plan({}, pullRequest(base), path.join(root, "shallow"));
  expect(outputs.models).toBe("petr");
});

describe("inputs", () => {
  test("models by name need no git", async () => {
    const { outputs, record } = await plan({ models: "vad\nimages/petr" });
    expect(outputs.models).toBe("vad petr");
    expect(record.models[0]?.reason).toBe("asked for by name");
  });

  test("an unknown model is named with what is near", async () => {
    const { record, exitCode, outputs } = await plan({ models: "mapptr" });
    expect(exitCode).toBe(2);
    expect(record.failure?.message).toContain("did you mean maptr?");
    expect(outputs).toMatchObject({ any: "false", matrix: '{"include":[]}' });
  });

  test("steps are taken once and in order", async () => {
    expect((await plan({ models: "vad", expects: "smoke\nverify\nverify" })).record.expects).toEqual([
      "verify",
      "smoke",
    ]);
  });

  test("an unknown step is refused", async () => {
    const { exitCode, inputProblems } = await plan({ expects: "verify\nbiuld" });
    expect(exitCode).toBe(2);
    expect(inputProblems).toEqual([{ input: "expects", message: 'has "biuld"; write verify, build, smoke' }]);
  });

  test("more models than a matrix holds are refused whole", async () => {
    for (let index = 0; index < 257; index++) put(`images/m-${index}/model.yaml`, "x\n");
    const { record, exitCode } = await plan({});
    expect(exitCode).toBe(2);
    expect(record.failure?.message).toBe("260 models are affected, and one matrix holds at most 256 jobs");
  });

  test("image folders elsewhere", async () => {
    const base = git("rev-parse", "HEAD");
    put("docker/gpu/yolo/model.yaml", "x\n");
    commit("elsewhere");
    const { outputs } = await plan({ "images-dir": "./docker/gpu/", base });
    expect(outputs.models).toBe("yolo");
  });
});
