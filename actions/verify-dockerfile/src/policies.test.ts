import { perform } from "@mia/action-kit";
import { testHost } from "@mia/action-kit/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rootPassword, Workbench } from "./testing.ts";
import { verifyDockerfile } from "./verify-dockerfile.ts";

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
  bench.write({ "docker/Dockerfile": rootPassword });
});
afterEach(() => bench.remove());

const policy = (text: string): Record<string, string> => ({
  "mia-policy.yaml": `schema: verify-policy/v1\n${text}`,
});

test("without a policy no user is promised; with runpod one is", async () => {
  expect((await bench.verify()).places).toEqual(["no-baked-password docker/Dockerfile:2"]);
  const { places, record } = await bench.verify({ policy: "runpod" });
  expect(places).toContain("final-user docker/Dockerfile:4");
  expect(record?.policy).toBe("runpod");
});

test("mia-policy.yaml is found by itself: it extends, weighs and names its own user", async () => {
  bench.write(
    policy("extends: runpod\nuser: {name: someone, uid: 1000}\nrules: {no-baked-password: warning}\n"),
  );
  const { record, exitCode } = await bench.verify();
  expect(record?.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ["no-baked-password", "warning"],
  ]);
  expect([exitCode, record?.policy]).toEqual([0, "mia-policy.yaml"]);
});

test("what the policy accepts at a path is left out with its reason", async () => {
  const ignore = "ignore:\n  - {rules: [MIA304], files: ['docker/**'], reason: a honeypot}\n";
  bench.write(policy(ignore));
  const first = await bench.verify();
  expect(first.places).toEqual([]);
  expect(first.record?.suppressed).toEqual({ inline: 0, policy: 1, baseline: 0, scope: 0 });
  expect(bench.host.logged).toContain("1 Dockerfile: passed, no findings, 1 left out by the policy");
});

test.each([
  ["rules: {no-bakd-password: off}\n", /mia-policy\.yaml:2: .*did you mean no-baked-password/],
  ["extends: runpods\n", /mia-policy\.yaml:2: extends: there is no built-in policy runpods/],
  ["user: {name: x}\n", /mia-policy\.yaml:2: user\.uid: is missing/],
  ["rules: {mia304: off}\n", /:2: rules: there is no rule mia304; did you mean MIA304\?/],
  ["rules: {MIA999: off}\n", /:2: rules: there is no rule MIA999; `mia explain all` lists them/],
  ["rules: {MIA340: off}\n", /:2: rules: there is no rule MIA340; did you mean MIA304\?/],
  ["rules: {MIA3004: off}\n", /:2: rules\.MIA3004: must be a rule's id or code/],
  ["rules: {ignore-is-used: off}\n", /:2: rules: ignore-is-used weighs the same under every policy/],
  [
    "rules:\n  MIA304: error\n  no-baked-password: off\n",
    /:4: rules: MIA304 and no-baked-password are the same/,
  ],
  [
    "enforced: [MIA304]\nrules: {no-baked-password: off}\n",
    /:2: enforced: MIA304 is enforced here and turned/,
  ],
  ["enforced: [no-baked-passwort]\n", /:2: enforced: .*did you mean no-baked-password/],
  [
    "registries:\n  - ghcr.io\n  - https://ghcr.io\n",
    /:4: registries: https:\/\/ghcr\.io has a scheme; write ghcr/,
  ],
  ["registries: ['ghcr.io/team/*']\n", /:2: registries: .* has a wildcard.*; write ghcr\.io\/team/],
  ["matrix: {file: READMEE.md}\n", /:2: matrix: cannot read READMEE\.md: there is no such file/],
  [
    "enforced: [MIA304]\nignore:\n  - {rules: [no-baked-password], files: [a], reason: none at all}\n",
    /:4: ignore: no-baked-password is enforced by this policy/,
  ],
  [
    "ignore:\n  - {rules: [MIA901], files: [a], reason: none at all}\n",
    /:3: ignore: MIA901 cannot be ignored/,
  ],
  ["ignore:\n  - {rules: [MIA9], files: [a], reason: none at all}\n", /:3: ignore\.0\.rules\.0: must be/],
  ["ignore:\n  - {rules: [MIA304], files: ['[a'], reason: none at all}\n", /:3: ignore: "\[a" the pattern/],
  ["ignore:\n  - {rules: [MIA304], files: ['#a'], reason: none at all}\n", /:3: ignore: "#a" is no pattern/],
])("%s is refused at its line", async (text, message) => {
  bench.write(policy(text));
  const { exitCode, failure } = await bench.verify();
  expect(exitCode).toBe(2);
  expect(failure?.message).toMatch(message);
});

test("a policy there is not is refused with the nearest name", async () => {
  const { exitCode, failure } = await bench.verify({ policy: "runpd" });
  expect([exitCode, failure?.message]).toEqual([2, 'there is no policy "runpd"; did you mean runpod?']);
});

test("what is said of a rule by its code outweighs what a built-in policy says of its name", async () => {
  bench.write({
    "docker/Dockerfile": `FROM debian:12@sha256:${"0".repeat(64)}\nADD https://github.com/example/lanes.git#main /x\nRUN useradd --uid 1000 someone\nUSER someone\n`,
  });
  const severities = async () =>
    (await bench.verify()).record?.findings
      .filter(({ rule }) => rule === "git-is-pinned")
      .map((one) => one.severity);
  expect(await severities()).toEqual(["warning"]);
  bench.write(policy("rules: {MIA201: error}\n"));
  expect(await severities()).toEqual(["error"]);
});

describe("what has no effect is a warning at its line", () => {
  test.each([
    ["gpus:\n  - RTX 4090\n  - sm_99\n", ["gpu-fits-cuda mia-policy.yaml:4"]],
    ["gpus: [RTX 4090, A100, sm_89]\n", []],
    ["gpus: [sm_99]\nrules: {MIA111: off}\n", []],
    [
      "ignore:\n  - {rules: [MIA201], files: ['**'], reason: none at all}\n",
      ["ignore-is-used mia-policy.yaml:3"],
    ],
    [
      "ignore:\n  - {rules: [MIA304, MIA201], files: ['**'], reason: all}\n",
      ["ignore-is-used mia-policy.yaml:3"],
    ],
    ["ignore:\n  - {rules: [MIA304], files: ['**'], reason: none at all}\n", []],
  ])("%j", async (text, expected) => {
    bench.write(policy(text));
    const { places, exitCode, record } = await bench.verify();
    expect(places.filter((one) => !one.startsWith("no-baked"))).toEqual(expected);
    expect(record?.findings.every(({ fingerprint }) => fingerprint !== undefined)).toBe(true);
    expect(exitCode).toBe(places.some((one) => one.startsWith("no-baked")) ? 1 : 0);
  });

  const unused = policy("ignore:\n  - {rules: [MIA201], files: ['other/**'], reason: none at all}\n");

  test.each([
    ["a run about one Dockerfile", { models: "docker/Dockerfile" }],
    ["a run about a change", { scope: "changed-files", base: "HEAD" }],
    ["a threshold", { "min-severity": "error" }],
  ])("not in %s: there an entry may be needed elsewhere", async (_, inputs) => {
    bench.write(unused);
    bench.commit();
    const { places } = await bench.verify(inputs);
    expect(places.filter((one) => one.startsWith("ignore-is-used"))).toEqual([]);
  });

  test("nor where something could not be read", async () => {
    bench.write({ ...unused, "big/Dockerfile": "#".repeat(1_100_000) });
    expect((await bench.verify()).places).toEqual(["no-baked-password docker/Dockerfile:2"]);
  });

  test("an entry that a comment forestalls is needed", async () => {
    const ignored = rootPassword.replace("RUN echo", "# mia-ignore[MIA304]: a honeypot\nRUN echo");
    bench.write({ "docker/Dockerfile": ignored });
    bench.write(policy("ignore:\n  - {rules: [MIA304], files: ['docker/*'], reason: none at all}\n"));
    expect((await bench.verify()).places).toEqual([]);
  });
});

describe("a policy above the workspace", () => {
  const text = "ignore:\n  - {rules: [MIA304], files: ['docker/**'], reason: a honeypot}\n";
  const verify = async (folder: string, inputs = {}, env = {}) => {
    const host = testHost(bench.path(folder), env);
    const { records, exitCode } = await perform(verifyDockerfile, inputs, host);
    const [record] = records as { policy?: string; findings: unknown[] }[];
    return { policy: record?.policy, count: record?.findings.length, exitCode, logged: host.logged };
  };

  test("is found at the top of the repository, is named, and its paths are its own", async () => {
    bench.write({ ...policy(text), "docker/a/b/Dockerfile": rootPassword });
    bench.git("init", "--quiet");
    for (const [folder, file] of [
      ["docker", "../mia-policy.yaml"],
      ["docker/a/b", "../../../mia-policy.yaml"],
    ] as const) {
      const found = await verify(folder);
      expect(found).toMatchObject({ policy: file, count: 0, exitCode: 0 });
      expect(found.logged).toContain(`policy: ${file}`);
    }
  });

  test("one that is named speaks of its own folder too", async () => {
    bench.write(policy(text));
    expect(await verify("docker", { policy: "../mia-policy.yaml" })).toMatchObject({ count: 0 });
  });

  test("the nearest wins, and a document is looked for beside it", async () => {
    bench.write({ ...policy("matrix: {file: README.md}\n"), "README.md": "# x\n" });
    bench.git("init", "--quiet");
    expect(await verify("docker")).toMatchObject({ policy: "../mia-policy.yaml", count: 1 });
    bench.write({ "docker/mia-policy.yaml": "schema: verify-policy/v1\n" });
    expect(await verify("docker")).toMatchObject({ policy: "mia-policy.yaml" });
  });

  test("is not looked for outside of a repository, beyond its top, or beyond a job's workspace", async () => {
    bench.write(policy(text));
    expect(await verify("docker")).toMatchObject({ policy: "none" });
    bench.write({ "docker/.git": "gitdir: ../x\n" });
    expect(await verify("docker")).toMatchObject({ policy: "none" });
    bench.write({ "docker/a/Dockerfile": rootPassword });
    bench.git("init", "--quiet");
    const env = { GITHUB_WORKSPACE: bench.path("docker/a") };
    expect(await verify("docker/a", {}, env)).toMatchObject({ policy: "none" });
  });
});
