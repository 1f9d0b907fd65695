import { afterEach, beforeEach, expect, test } from "vitest";
import { rootPassword, Workbench } from "./testing.ts";

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

test("what the policy accepts at a path is left out with its reason, unless the rule is enforced", async () => {
  const ignore = "ignore:\n  - {rules: [MIA304], files: ['docker/**'], reason: a honeypot}\n";
  bench.write(policy(ignore));
  const first = await bench.verify();
  expect(first.places).toEqual([]);
  expect(first.record?.suppressed).toEqual({ inline: 1, baseline: 0, scope: 0 });
  bench.write(policy(`${ignore}enforced: [no-baked-password]\n`));
  expect((await bench.verify()).places).toEqual(["no-baked-password docker/Dockerfile:2"]);
});

test.each([
  ["rules: {no-bakd-password: off}\n", /mia-policy\.yaml:2: .*did you mean no-baked-password/],
  ["extends: runpods\n", /mia-policy\.yaml:2: extends: there is no built-in policy runpods/],
  ["user: {name: x}\n", /mia-policy\.yaml:2: user\.uid: is missing/],
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
