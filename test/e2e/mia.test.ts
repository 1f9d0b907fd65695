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

test("without a verb mia prints help on stderr and exits 2", async () => {
  const end = await runMia([], { cwd: repository() });
  expect(end).toMatchObject({ code: 2, stdout: "" });
  expect(end.stderr).toContain("verify-dockerfile");
});
