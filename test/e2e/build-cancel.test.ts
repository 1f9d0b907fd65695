import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { modelYaml } from "../../actions/build-image/src/model-yaml.fixture.ts";
import { identity } from "../../scripts/engine/processes.mjs";
import {
  expectFault,
  expectNoSecret,
  leftFiles,
  withSecrets,
  writtenRecord,
} from "../support/build-fault.ts";
import { runBundle, startBundle } from "../support/run-bundle.ts";
import { temporaryWorkspace, type Workspace } from "../support/workspace.ts";

/** A docker that notes its process id once its signals are set, and would run for a minute. */
const builds = (trap: string): string => `trap '${trap}' INT
mkdir -p "$MIA_NOTES"; sleep 60 & sleeper=$!
echo $$ > "$MIA_NOTES/pid"
while kill -0 $sleeper 2>/dev/null; do wait $sleeper; done`;

const ends = 'kill $sleeper; echo asked > "$MIA_NOTES/asked"; echo "leak: $MIA_TEST_SECRET"; exit 130';
const stays = 'echo asked > "$MIA_NOTES/asked"';

function start(workspace: Workspace, trap: string, more: Record<string, string> = {}) {
  workspace.write("images/tiny/model.yaml", modelYaml("tiny"));
  workspace.write("images/tiny/Dockerfile", "FROM scratch AS runtime\nCOPY data /data\n");
  workspace.write("images/tiny/data", "1234567890");
  const notes = `${workspace.folder}/notes`;
  const options = {
    workspace: workspace.folder,
    inputs: { model: "tiny", ...withSecrets.inputs, ...more },
    env: { ...withSecrets.env, MIA_NOTES: notes },
    path: [workspace.fake("docker", builds(trap))],
  };
  return { ...startBundle("build-image", options), options, notes };
}

// Two of them wait for what does not end, so all wait at the same time.
describe.concurrent("a build that is told to end", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s stops buildx by SIGINT, and the record says so",
    async (signal) => {
      using workspace = temporaryWorkspace();
      const { running, collect, notes } = start(workspace, ends);
      await appears(`${notes}/pid`);
      const since = performance.now();
      running.child.kill(signal);
      const end = collect(await running.ended);
      expect(performance.now() - since).toBeLessThan(3000);
      expectFault(workspace, "tiny", end, { code: "cancelled", message: /was cancelled/ });
      expect(existsSync(`${notes}/asked`)).toBe(true);
    },
  );

  test("a buildx that does not end when asked is killed before the runner would", async () => {
    using workspace = temporaryWorkspace();
    const { running, collect, notes } = start(workspace, stays);
    await appears(`${notes}/pid`);
    const since = performance.now();
    running.child.kill("SIGINT");
    const end = collect(await running.ended);
    expect(performance.now() - since).toBeLessThan(9000);
    expectFault(workspace, "tiny", end, { code: "cancelled", message: /was cancelled/, within: 12_000 });
    expect(isAlive(pidIn(notes))).toBe(false);
  });

  test("after SIGKILL while the registry is asked, there is a record too, and not the one of the run before", async () => {
    using workspace = temporaryWorkspace();
    const stale = "model-image-results/step-result-build-tiny.json";
    workspace.write(stale, "{}");
    const { running, collect, options, notes } = start(workspace, ends, {
      push: "true",
      tags: "ghcr.io/o/tiny:1",
    });
    await appears(`${notes}/pid`);
    running.child.kill("SIGKILL");
    const killed = collect(await running.ended);
    const { failure, context, evidence } = writtenRecord(workspace, "tiny");
    expect([failure?.code, evidence, context?.tree.files]).toEqual(["cancelled", "unknown", 3]);
    process.kill(pidIn(notes), "SIGINT");
    const post = await runBundle("build-image", { ...options, state: killed.state });
    expect([post.code, leftFiles(workspace)]).toEqual([0, []]);
  });

  test.each([
    ["ends when asked", ends],
    ["has to be killed", stays],
  ])(
    "after SIGKILL, post ends the buildx that was left, which %s, and removes its files",
    async (_, trap) => {
      using workspace = temporaryWorkspace();
      const { running, collect, options, notes } = start(workspace, trap);
      await appears(`${notes}/pid`);
      running.child.kill("SIGKILL");
      const killed = collect(await running.ended);
      const record = writtenRecord(workspace, "tiny");
      expect(record).toMatchObject({
        status: "failed",
        failure: { code: "cancelled", message: expect.stringMatching(/was killed/) },
      });
      expectNoSecret(workspace, "tiny", killed);
      expect(isAlive(pidIn(notes))).toBe(true);
      expect(leftFiles(workspace)).toHaveLength(1);

      const post = await runBundle("build-image", { ...options, state: killed.state });
      expect(post.code, post.stdout + post.stderr).toBe(0);
      expect(post.milliseconds).toBeLessThan(10_000);
      expect(isAlive(pidIn(notes))).toBe(false);
      expect(existsSync(`${notes}/asked`)).toBe(true);
      expect(leftFiles(workspace)).toEqual([]);
      expect(writtenRecord(workspace, "tiny")).toEqual(record);
      expectNoSecret(workspace, "tiny", post);
    },
  );
});

async function appears(file: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!existsSync(file) || readFileSync(file, "utf8") === "") {
    if (performance.now() > deadline) throw new Error(`${file} did not appear within 10 s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function pidIn(notes: string): number {
  return Number(readFileSync(`${notes}/pid`, "utf8"));
}

/** One that has ended and that nobody has collected yet counts as ended. */
function isAlive(pid: number): boolean {
  return identity(pid) !== undefined;
}
