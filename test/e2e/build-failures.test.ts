import { expect, test } from "vitest";
import { runBundle } from "../support/run-bundle.ts";
import { runMia } from "../support/run-mia.ts";
import { temporaryWorkspace } from "../support/workspace.ts";

test.each([
  ["exits 3 and prints nothing", "exit 3", "build-failed"],
  ["is killed by a signal", "kill -KILL $$", "build-failed"],
  ["succeeds and leaves no metadata", "exit 0", "build-failed"],
  ["has no buildx", 'echo "docker: unknown command: docker buildx" >&2; exit 1', "engine-missing"],
  [
    "reaches no daemon",
    'echo "ERROR: Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?" >&2; exit 1',
    "engine-missing",
  ],
])("build-image fails where docker %s, and leaves its record", async (_, script, code) => {
  using workspace = temporaryWorkspace();
  workspace.copyImage("maptr");
  const path = [workspace.fake("docker", script)];
  const end = await runBundle("build-image", {
    workspace: workspace.folder,
    inputs: { model: "maptr" },
    path,
  });
  const record = JSON.parse(workspace.read("model-image-results/step-result-build-maptr.json"));
  expect(record).toMatchObject({ step: "build", status: "failed", digest: null, failure: { code } });
  expect(record.failure.remedy).not.toBe("");
  expect(end).toMatchObject({ code: 1, outputs: { status: "failed", digest: "" } });
  expect(end.annotations.some((line) => line.startsWith("::error"))).toBe(true);
});

test("what docker prints cannot set an output or forge an annotation", async () => {
  using workspace = temporaryWorkspace();
  workspace.copyImage("maptr");
  const path = [
    workspace.fake("docker", 'echo "::set-output name=digest::forged"; echo "::error::forged" >&2; exit 1'),
  ];
  const end = await runBundle("build-image", {
    workspace: workspace.folder,
    inputs: { model: "maptr" },
    path,
  });
  const lines = end.stdout.split("\n");
  const from = lines.findIndex((line) => line.startsWith("::stop-commands::"));
  const token = lines[from]?.slice("::stop-commands::".length);
  const to = lines.indexOf(`::${token}::`);
  expect(from).toBeGreaterThan(-1);
  for (const [index, line] of lines.entries()) {
    if (/^::(?:set-output|error::forged)/.test(line)) expect(index > from && index < to, line).toBe(true);
  }
  expect(end.outputs.digest).toBe("");
});

test("mia in a workflow's run step fences what docker prints, too", async () => {
  using workspace = temporaryWorkspace();
  workspace.copyImage("maptr");
  const fakes = workspace.fake("docker", 'echo "::add-mask::hello"; exit 1');
  const env = { PATH: `${fakes}:${process.env.PATH}`, GITHUB_ACTIONS: "true" };
  const { stdout, stderr, code } = await runMia(["build", "maptr"], { cwd: workspace.folder, env });
  const lines = stderr.split("\n");
  const from = lines.findIndex((line) => line.startsWith("::stop-commands::"));
  const to = lines.indexOf(`::${lines[from]?.slice("::stop-commands::".length)}::`);
  const at = lines.findIndex((line) => line.trimStart().startsWith("::add-mask::"));
  expect(code).toBe(1);
  expect(at > from && at < to).toBe(true);
  expect(stdout).not.toMatch(/^\s*::/m);
});
