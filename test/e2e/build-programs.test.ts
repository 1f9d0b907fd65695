import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answers, captured } from "../../actions/build-image/src/fake-docker.fixture.ts";
import { modelYaml } from "../../actions/build-image/src/model-yaml.fixture.ts";
import { repository } from "../support/repository.ts";
import { runBundle } from "../support/run-bundle.ts";
import { temporaryWorkspace } from "../support/workspace.ts";

const tags = "ghcr.io/o/tiny:1";
const push = { push: "true", tags };
const remote = `[ "$2" = inspect ] && { cat ${captured}inspect-remote.txt; exit; }`;
const noChecks = `case "$*" in *--call*) echo '{"warnings": null}'; exit ;; esac`;
const flaky = `if [ "$2" = build ] && [ ! -e again ]; then touch again; cat ${captured}push-429.txt >&2; exit 1; fi`;
const imageInIndex = JSON.parse(readFileSync(`${captured}manifest-index.json`, "utf8")).manifests[0].digest;
const index = `if [ "$2" = imagetools ]; then case "$*" in
  *${imageInIndex}*) cat ${captured}manifest-image.json ;; *) cat ${captured}manifest-index.json ;; esac; exit; fi`;

interface Case {
  inputs: Record<string, string>;
  env?: Record<string, string>;
  /** What docker does before it answers as usual. */
  first?: string;
  programs: string[];
  /** The words of the table in docs/build-image.md that promise the program more; none on the default path. */
  promised?: string;
}

const load = ["build", "inspect image"];
const pushed = ["imagetools inspect", "build", "imagetools inspect"];

const cases: Record<string, Case> = {
  "by default": { inputs: {}, programs: load },
  "a push": { inputs: push, programs: pushed },
  "a push with secrets, labels, arguments and a lock": {
    inputs: {
      ...push,
      ...{
        "build-args": "A=1",
        labels: "a=b",
        "secret-envs": "t=T",
        "context-budget": "5",
        cache: "registry",
      },
    },
    env: { T: "a-secret" },
    programs: pushed,
  },
  "another builder": {
    inputs: { builder: "remote" },
    first: remote,
    programs: ["inspect", ...load],
    promised: "`builder`",
  },
  "push by digest": {
    inputs: { "push-by-digest": "true", tags: "ghcr.io/o/tiny", builder: "remote" },
    first: remote,
    programs: ["inspect", "build", "imagetools inspect"],
    promised: "`push-by-digest`",
  },
  provenance: { inputs: { provenance: "min" }, programs: ["inspect", ...load], promised: "`provenance`" },
  sbom: { inputs: { sbom: "true" }, programs: ["inspect", ...load], promised: "`sbom`" },
  outputs: {
    inputs: { outputs: "type=oci,dest=x.tar" },
    programs: ["inspect", "build"],
    promised: "`outputs`",
  },
  "a cache that is written": {
    inputs: { ...push, cache: "registry", "cache-write": "true" },
    programs: ["inspect", ...pushed],
    promised: "a cache that is written",
  },
  "checks that are errors": {
    inputs: { check: "error" },
    first: noChecks,
    programs: ["build", ...load],
    promised: "`check: error`",
  },
  "a second attempt": {
    inputs: push,
    first: flaky,
    programs: [...pushed.slice(0, 2), ...pushed.slice(1)],
    promised: "`retries`",
  },
  "what is proven, where it is not": {
    inputs: { ...push, "skip-proven": "true" },
    programs: ["imagetools inspect", ...pushed],
    promised: "`skip-proven`",
  },
  "provenance that is pushed": {
    inputs: { ...push, provenance: "min" },
    first: index,
    programs: ["inspect", "imagetools inspect", ...pushed, "imagetools inspect"],
    promised: "`provenance`, `sbom` with `push`",
  },
  "a dry run": {
    inputs: { ...push, "dry-run": "true", "skip-proven": "true", provenance: "max" },
    programs: [],
  },
};

describe("programs that build-image starts", () => {
  test.each(Object.entries(cases))("%s", async (_, { inputs, env = {}, first = "", programs, promised }) => {
    using workspace = temporaryWorkspace();
    workspace.write("images/tiny/model.yaml", modelYaml("tiny"));
    workspace.write("images/tiny/Dockerfile", "FROM scratch AS runtime\nCOPY data /data\n");
    workspace.write("images/tiny/data", "1234567890");
    const find = 'for a; do [ "$previous" = --metadata-file ] && metadata="$a"; previous="$a"; done';
    const script = `echo "$*" >> ${workspace.folder}/calls\n${find}\n${first}\n${answers()}`;
    const path = [workspace.fake("docker", script)];
    const end = await runBundle("build-image", {
      workspace: workspace.folder,
      inputs: { model: "tiny", ...inputs },
      env,
      path,
    });
    expect(end.code, end.stdout + end.stderr).toBe(0);
    const calls = existsSync(`${workspace.folder}/calls`) ? workspace.read("calls").trim().split("\n") : [];
    // Questions to builder and registry go out side by side.
    expect(calls.map(named).sort()).toEqual([...programs].sort());
    if (promised === undefined) expect(calls.length).toBeLessThanOrEqual(3);
    else expect(table()).toContain(promised);
  });
});

function named(call: string): string {
  const words = call.split(" ");
  if (words[0] === "image") return "inspect image";
  return words[1] === "imagetools" ? `imagetools ${words[2]}` : (words[1] ?? "");
}

/** The options that add a program, as the page lists them. */
function table(): string {
  const page = readFileSync(repository("docs/build-image.md"), "utf8");
  return page.slice(page.indexOf("These options add one each"), page.indexOf("A failure of which buildx"));
}
