import { expect, test } from "vitest";
import { captured } from "../../actions/build-image/src/fake-docker.fixture.ts";
import { modelYaml } from "../../actions/build-image/src/model-yaml.fixture.ts";
import { expectFault, withSecrets } from "../support/build-fault.ts";
import { runBundle } from "../support/run-bundle.ts";
import { temporaryWorkspace, type Workspace } from "../support/workspace.ts";

const tags = "127.0.0.1:5999/o/tiny:1";
const push = { push: "true", tags };

function tinyModel(workspace: Workspace): void {
  workspace.write("images/tiny/model.yaml", modelYaml("tiny"));
  workspace.write("images/tiny/Dockerfile", "FROM scratch AS runtime\nCOPY data /data\n");
  workspace.write("images/tiny/data", "1234567890");
}

/** A build that says what a real one said, and both secrets with it. */
const says = (fixture: string): string =>
  `[ "$2" = build ] || exit 1; echo "leak: $MIA_TEST_SECRET $*" >&2; cat ${captured}${fixture}.txt >&2`;

// What a real docker printed stands in packages/container/src/fixtures/build, with how it was made.
test.each<[string, string, Record<string, string>, string, RegExp]>([
  ["has no buildx", `${says("no-plugin")}; exit 125`, {}, "engine-missing", /its buildx plugin is not/],
  ["reaches no engine", `${says("no-engine")}; exit 1`, {}, "engine-missing", /no Docker engine answers/],
  ["is of an engine 20.10", `${says("old-engine")}; exit 1`, {}, "engine-too-old", /is too old/],
  ["loses its engine", `${says("killed-engine")}; exit 1`, {}, "engine-lost", /went away in the middle/],
  ["fills the disk", `${says("disk-run")}; exit 1`, {}, "disk-full", /the disk of the builder is full/],
  [
    "finds a registry down",
    `${says("no-registry")}; exit 1`,
    push,
    "registry-unreachable",
    /could not be reached/,
  ],
  ["is told 429 at the push", `${says("push-429")}; exit 1`, push, "rate-limited", /limits how often/],
  ["is told 429 at the base", `${says("pull-429")}; exit 1`, {}, "rate-limited", /limits how often/],
  ["is told 401", `${says("push-401")}; exit 1`, push, "registry-refused", /did not let this build in/],
  [
    "knows no such builder",
    `${says("no-builder")}; exit 1`,
    { builder: "gone" },
    "builder-missing",
    /no builder of that/,
  ],
  [
    "finds a builder that went away",
    `${says("remote-down")}; exit 1`,
    {},
    "builder-missing",
    /does not answer/,
  ],
  ["is killed", 'echo "$MIA_TEST_SECRET" >&2; kill -KILL $$', {}, "build-failed", /SIGKILL/],
  ["ends well and leaves no metadata", "exit 0", {}, "build-failed", /metadata/],
])("a docker that %s", async (_, script, inputs, code, message) => {
  using workspace = temporaryWorkspace();
  tinyModel(workspace);
  const path = [workspace.fake("docker", script)];
  const end = await runBundle("build-image", {
    workspace: workspace.folder,
    inputs: { model: "tiny", ...withSecrets.inputs, ...inputs },
    env: withSecrets.env,
    path,
  });
  expectFault(workspace, "tiny", end, { code, message });
});

test("no docker at all", async () => {
  using workspace = temporaryWorkspace();
  tinyModel(workspace);
  const end = await runBundle("build-image", {
    workspace: workspace.folder,
    inputs: { model: "tiny", ...withSecrets.inputs },
    env: { ...withSecrets.env, PATH: `${workspace.folder}/nothing` },
  });
  expectFault(workspace, "tiny", end, { code: "engine-missing", message: /not on this machine's PATH/ });
});

test("a secret's file that is not there, and nothing is started", async () => {
  using workspace = temporaryWorkspace();
  tinyModel(workspace);
  const path = [workspace.fake("docker", `echo "$*" >> ${workspace.folder}/calls`)];
  const end = await runBundle("build-image", {
    workspace: workspace.folder,
    inputs: { model: "tiny", ...withSecrets.inputs, "secret-files": "key=nowhere.txt" },
    env: withSecrets.env,
    path,
  });
  expectFault(workspace, "tiny", end, {
    code: "secret-missing",
    message: /shall come from nowhere\.txt, which is no file/,
  });
  expect(() => workspace.read("calls")).toThrow();
});
