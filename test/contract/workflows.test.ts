import { existsSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/generated/generated-file.ts";
import { actionlint } from "./actionlint.ts";
import { trackedFiles } from "./tracked-files.ts";

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  if?: string;
  needs?: string | string[];
  "runs-on": string | string[];
  environment?: unknown;
  permissions?: unknown;
  "timeout-minutes"?: number;
  steps: Step[];
}

const files = trackedFiles();
const workflows = files.filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file));
const read = (file: string): string => readFileSync(`${root}/${file}`, "utf8");

test("there are workflows to check", () => {
  expect(workflows).toEqual([".github/workflows/ci.yml", ".github/workflows/models.yml"]);
});

describe.each(workflows)("%s", (file) => {
  const text = read(file);
  const workflow = load(text) as {
    on: Record<string, unknown>;
    jobs: Record<string, Job>;
    [key: string]: unknown;
  };
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test("is clean under actionlint", async () => {
    expect(await actionlint(text, file)).toEqual([]);
  }, 30_000);

  test("grants nothing to all jobs, and something to each with a reason", () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs.filter(([, job]) => job.permissions === undefined).map(([name]) => name)).toEqual([]);
    const grants = text.split("\n").filter((line) => /^\s+[a-z-]+: (?:read|write)\b/.test(line));
    expect(grants.filter((line) => !/ # \S/.test(line))).toEqual([]);
  });

  test("ends every job in time, and says what becomes of two runs at once", () => {
    expect(
      jobs.filter(([, job]) => typeof job["timeout-minutes"] !== "number").map(([name]) => name),
    ).toEqual([]);
    expect(workflow.concurrency).toBeDefined();
  });

  test("has one gate job that needs every other job and always runs", () => {
    const gates = jobs.filter(([name]) => name.endsWith("-ok"));
    expect(gates).toHaveLength(1);
    const [name, gate] = gates[0] ?? ["", undefined];
    expect([gate?.needs].flat().sort()).toEqual(
      jobs
        .map(([job]) => job)
        .filter((job) => job !== name)
        .sort(),
    );
    expect(gate?.if).toContain("always()");
  });

  test("never runs a stranger's code with a token that can write", () => {
    expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
    expect(Object.keys(workflow.on)).not.toContain("workflow_run");
  });

  test("sends a job to a machine of ours only through an environment and a condition", () => {
    const ours = jobs.filter(([, job]) => [job["runs-on"]].flat().includes("self-hosted"));
    expect(ours.filter(([, job]) => !job.environment || !job.if).map(([name]) => name)).toEqual([]);
  });

  test("checks out without leaving the token behind", () => {
    const checkouts = steps.filter((step) => step.uses?.startsWith("actions/checkout@"));
    expect(checkouts.filter((step) => step.with?.["persist-credentials"] !== false)).toEqual([]);
  });

  test("gives each action of this repository inputs it has, and those it requires", () => {
    const wrong = steps.flatMap((step) => inputProblems(step));
    expect(wrong).toEqual([]);
  });

  test("pastes no expression into a script", () => {
    expect(steps.filter((step) => step.run?.includes("${{"))).toEqual([]);
  });
});

describe("every `uses:`", () => {
  const composite = files.filter((file) => /(?:^|\/)action\.ya?ml$/.test(file));
  const uses = [...workflows, ...composite].flatMap((file) =>
    [...read(file).matchAll(/^\s*(?:-\s+)?uses:\s*(\S+)(.*)$/gm)].map(([, target = "", rest = ""]) => ({
      file,
      target,
      rest,
    })),
  );
  const isLocal = (target: string): boolean => /^(?:\.|\$)\//.test(target);

  test("of another repository is pinned by commit and says the version", () => {
    const loose = uses
      .filter(({ target }) => !isLocal(target))
      .filter(({ target, rest }) => !/@[0-9a-f]{40}$/.test(target) || !/^ # v\d+\.\d+\.\d+$/.test(rest));
    expect(loose).toEqual([]);
  });

  test("of one action has one version everywhere", () => {
    const versions = new Map<string, Set<string>>();
    for (const { target, rest } of uses.filter((use) => !isLocal(use.target))) {
      const [action = "", commit = ""] = target.split("@");
      versions.set(action, (versions.get(action) ?? new Set()).add(`${commit}${rest}`));
    }
    expect([...versions].filter(([, found]) => found.size > 1)).toEqual([]);
  });

  test("of this repository exists", () => {
    const missing = uses
      .filter(({ target }) => isLocal(target))
      .filter(({ target }) => !existsSync(`${root}/${target.slice(2)}/action.yml`));
    expect(missing).toEqual([]);
  });
});

/** actionlint's WebAssembly build has no file system and so cannot look into ./actions itself. */
function inputProblems({ uses = "", with: given = {} }: Step): string[] {
  if (!uses.startsWith("./")) return [];
  const { inputs } = load(read(`${uses.slice(2)}/action.yml`)) as {
    inputs: Record<string, { required?: boolean }>;
  };
  const unknown = Object.keys(given).filter((name) => !(name in inputs));
  const absent = Object.keys(inputs).filter((name) => inputs[name]?.required && !(name in given));
  return [
    ...unknown.map((name) => `${uses} has no ${name}`),
    ...absent.map((name) => `${uses} needs ${name}`),
  ];
}
