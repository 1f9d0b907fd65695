import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { repository } from "../support/repository.ts";
import { startProgram } from "../support/run-program.ts";
import { temporaryWorkspace } from "../support/workspace.ts";

test.skipIf(!process.env.MIA_ENGINE)("the demo runs from a bare copy of what git tracks", async () => {
  using workspace = temporaryWorkspace();
  const clone = path.join(workspace.folder, "clone");
  // A clone of HEAD plus what is changed since: so that the test speaks of the code it was started on.
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", repository(), clone]);
  const changed = execFileSync("git", ["diff", "--name-only", "--diff-filter=d", "HEAD"], {
    cwd: repository(),
  });
  for (const file of changed.toString().split("\n").filter(Boolean)) {
    workspace.write(`clone/${file}`, readFileSync(repository(file), "utf8"));
  }
  const node = process.env.MIA_SYSTEM_NODE ?? process.execPath;
  const end = await startProgram(node, ["scripts/demo.mjs"], {
    cwd: clone,
    env: { ...process.env, NO_COLOR: "1" },
  }).ended;
  expect(end.code, end.stderr.slice(-3000)).toBe(0);
  for (const name of ["maptr", "petr", "streampetr", "topomlp", "vad"]) expect(end.stdout).toContain(name);
  expect(end.stdout).toMatch(/sha256:[0-9a-f]{64}/);
  expect(end.stdout).toMatch(/evidence: stand-in/);
  expect(end.stdout).toMatch(/base, upstream, wheels/);
  for (const page of ["report.md", "report.html"]) {
    const text = workspace.read(`clone/model-image-results/${page}`);
    expect(text).toMatch(/stand-in/);
    expect(text).toMatch(/maptr.*vad/s);
  }
});
