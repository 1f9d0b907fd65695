import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseStepResult } from "../../packages/step-result/src/index.ts";
import { repository } from "../support/repository.ts";
import { runMia } from "../support/run-mia.ts";
import { temporaryWorkspace } from "../support/workspace.ts";

const slugs = ["maptr", "petr", "streampetr", "topomlp", "vad"];

/** The Node.js the tests run on, and the machine's own where the test run was started from one. */
const nodes = [...new Set([process.execPath, process.env.MIA_SYSTEM_NODE ?? process.execPath])];

describe.each(nodes)("on %s", (node) => {
  test("verifies the five images of this repository", async () => {
    using workspace = temporaryWorkspace();
    for (const slug of slugs) workspace.copyImage(slug);
    const end = await runMia(["verify-dockerfile", "--json"], { cwd: workspace.folder, node });
    expect(end.code).toBe(0);
    const records = end.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map((record) => record.model)).toEqual(slugs);
    for (const record of records) expect(parseStepResult(record)).toMatchObject({ ok: true });
  });

  test.each(["--help", "verify --help", "build --help", "smoke --help", "plan --help", "report --help"])(
    "mia %s prints help on stdout",
    async (words) => {
      const end = await runMia(words.split(" "), { cwd: repository(), node });
      expect(end).toMatchObject({ code: 0, stderr: "" });
      expect(end.stdout).toMatch(/Usage: mia/);
      expect(end.stdout).not.toMatch(/undefined|\[object/);
    },
  );
});

test.each<[string, Record<string, string | undefined>]>([
  ["without a home", { HOME: "" }],
  ["with a home that is a file", { HOME: "/dev/null" }],
  ["with a home of too long a path", { HOME: `/${"x".repeat(5000)}` }],
  ["with a cache folder that nobody can make", { XDG_CACHE_HOME: "/proc/none" }],
  ["with a cache folder of a relative path", { XDG_CACHE_HOME: ".cache", HOME: "" }],
])("mia runs %s, and leaves nothing in the working folder", async (_, env) => {
  using workspace = temporaryWorkspace();
  workspace.write("Dockerfile", "FROM scratch\n");
  const end = await runMia(["verify", "Dockerfile", "--results-dir", "results"], {
    cwd: workspace.folder,
    env,
  });
  expect(end).toMatchObject({ code: 0, stderr: expect.not.stringContaining("at ") });
  expect(readdirSync(workspace.folder).sort()).toEqual(["Dockerfile", "results"]);
});

test("without a verb mia prints help on stderr and exits 2", async () => {
  const end = await runMia([], { cwd: repository() });
  expect(end).toMatchObject({ code: 2, stdout: "" });
  expect(end.stderr).toContain("verify-dockerfile");
});

describe("mia explain", () => {
  test.each([
    ["explain", "MIA103"],
    ["explain", "mmcv-index-matches-cuda"],
    ["verify", "--explain", "mia103"],
    ["verify-dockerfile", "--explain=MIA103"],
  ])("%s %s prints the rule's page", async (...words) => {
    const end = await runMia(words, { cwd: repository() });
    expect(end).toMatchObject({ code: 0, stderr: "" });
    expect(end.stdout).toMatch(/^# mmcv-index-matches-cuda\n\nCode MIA103 /);
    expect(end.stdout).toContain("## Fix");
  });

  test("all rules can be listed", async () => {
    const end = await runMia(["explain", "all"], { cwd: repository() });
    expect(end.code).toBe(0);
    expect(end.stdout.trim().split("\n").length).toBeGreaterThan(40);
  });

  test("an unknown rule is answered with the nearest", async () => {
    const end = await runMia(["explain", "no-bakd-password"], { cwd: repository() });
    expect(end).toMatchObject({ code: 2, stdout: "" });
    expect(end.stderr).toContain("Did you mean no-baked-password?");
  });
});

test("a terminal shows findings where they stand, with carets, and how many there are", async () => {
  using workspace = temporaryWorkspace();
  workspace.write("Dockerfile", "FROM debian:12.1\nRUN echo root:hunter2 | chpasswd\nUSER 1000\n");
  const end = await runMia(["verify", "Dockerfile"], { cwd: workspace.folder });
  expect(end.code).toBe(1);
  expect(end.stdout).toMatch(/^error\[MIA304\] no-baked-password: /m);
  expect(end.stdout).toMatch(/Dockerfile:2:\d+/);
  expect(end.stdout).toMatch(/\^\^\^/);
});
