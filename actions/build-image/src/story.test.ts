import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answers, captured, type Place, place } from "./fake-docker.fixture.ts";

let here: Place;
beforeEach(() => {
  here = place();
});
afterEach(() => here.remove());

const tags = "ghcr.io/o/tiny:1";
const pushed = { push: "true", tags };

describe("programs that are started", () => {
  test.each<[string, Record<string, string>, string[]]>([
    ["by default", {}, ["buildx build", "image inspect"]],
    ["for a push", pushed, ["buildx imagetools", "buildx build", "buildx imagetools"]],
    [
      "with an option that depends on the driver",
      { provenance: "min" },
      ["buildx inspect", "buildx build", "image inspect"],
    ],
    ["where checks are errors", { check: "error" }, ["buildx build", "buildx build", "image inspect"]],
    ["for a dry run", { ...pushed, "dry-run": "true", "skip-proven": "true", provenance: "max" }, []],
  ])("%s", async (_, inputs, programs) => {
    const check = `case "$*" in *--call*) cat ${captured}check.json | sed 's/"warnings": \\[/"warnings": null, "old": [/'; exit 0 ;; esac`;
    const { calls, exitCode } = await here.run(here.docker(`${check}\n${answers()}`), inputs);
    expect(calls.map((call) => call.split(" ").slice(0, 2).join(" "))).toEqual(programs);
    expect(exitCode).toBe(0);
    expect(here.left()).toEqual([]);
  });
});

describe("what is refused before docker starts", () => {
  test("everything that does not go together, at once", async () => {
    const { record, exitCode, calls } = await here.run(here.docker(answers()), {
      ...{ push: "true", "skip-proven": "true", "no-cache": "true", "no-cache-filters": "runtime" },
      ...{ cache: "registry", platforms: "amd64", file: "nowhere", "secret-envs": "token=NO_SUCH" },
      ...{ "push-by-digest": "true", annotations: "a b=c" },
    });
    expect([exitCode, calls]).toEqual([2, []]);
    // An input that is wrong by itself comes first, with all others of its kind.
    expect(record).toBeUndefined();
    const second = await here.run(here.docker(answers()), {
      ...{ push: "true", "skip-proven": "true", "no-cache": "true", "no-cache-filters": "runtime" },
      ...{ cache: "registry", platforms: "amd64", file: "nowhere", "secret-envs": "token=NO_SUCH" },
    });
    expect(second.calls).toEqual([]);
    expect(second.record.failure).toMatchObject({ code: "invalid-input" });
    const { message } = second.record.failure ?? { message: "" };
    for (const part of [
      /input "file" names nowhere, which is no file/,
      /input "push" is true, but input "tags" is empty/,
      /input "skip-proven" does not go with no-cache/,
      /input "cache-ref" must name the place/,
      /input "no-cache-filters": buildx takes no-cache or no-cache-filters, not both/,
      /input "platforms": /,
      /the secret token shall come from the variable NO_SUCH/,
    ])
      expect(message).toMatch(part);
  });

  test.each([
    [{ "secret-envs": "token=NO_SUCH" }, /variable NO_SUCH, which is not set or empty/],
    [{ "secret-files": "token=nowhere" }, /shall come from nowhere, which is no file/],
    [{ ssh: "default" }, /SSH_AUTH_SOCK is not set/],
  ] as const)("a secret that is not there: %j", async (inputs, message) => {
    const { record, calls, exitCode } = await here.run(here.docker(answers()), inputs);
    expect(record.failure).toMatchObject({ code: "secret-missing" });
    expect(record.failure?.message).toMatch(message);
    expect([calls, exitCode]).toEqual([[], 1]);
  });

  test("a context over its budget, with the largest files named", async () => {
    here.put("images/tiny/data/large.bin", "x".repeat(2_000_000));
    const { record, calls } = await here.run(here.docker(answers()), { "context-budget": "1.5" });
    expect(record.failure).toMatchObject({ code: "context-too-large" });
    expect(record.failure?.message).toMatch(/data\/large\.bin \(2\.0 MiB\)/);
    expect(record.context?.selected).toEqual({ files: 2, bytes: 2_000_010 });
    expect(calls).toEqual([]);
  });

  test("what the driver cannot do", async () => {
    const { record, calls } = await here.run(here.docker(answers()), {
      ...{ "push-by-digest": "true", tags: "ghcr.io/o/tiny" },
    });
    expect(record.failure?.message).toMatch(/driver docker\) and cannot push by digest/);
    expect(calls.filter((call) => call.startsWith("buildx build"))).toEqual([]);
  });
});

describe("secrets", () => {
  test("from a variable and a file: in no argument, no log, no record, though the build prints them", async () => {
    here.put("key.txt", "first-line-of-key\nsecond-line-of-key\n");
    const leak = `[ "$2" = build ] && { echo "ERROR: $TOKEN and second-line-of-key" >&2; exit 1; }`;
    const host = here.docker(leak, { TOKEN: "hunter-two-three" });
    const { record, calls } = await here.run(host, {
      "secret-envs": "token=TOKEN",
      "secret-files": "key=key.txt",
    });
    expect(calls[0]).toContain("--secret id=token,type=env,env=TOKEN --secret id=key,type=file,src=key.txt");
    expect(record.failure?.message).toContain("*** and ***");
    expect(JSON.stringify([record, host.logged, calls])).not.toMatch(/hunter|line-of-key/);
    expect(here.read("model-image-results/step-result-build-tiny.json")).not.toMatch(/hunter|line-of-key/);
  });

  test("a credential in a raw cache is refused, and not repeated", async () => {
    const { inputProblems } = await here.run(here.docker(answers()), {
      "cache-to": "type=s3,secret_access_key=hunter-two",
    });
    expect(JSON.stringify(inputProblems)).toMatch(/holds a credential/);
    expect(JSON.stringify(inputProblems)).not.toContain("hunter");
  });
});

describe("trying again", () => {
  const flaky = (fixture: string): string => `if [ "$2" = build ] && [ ! -e "${here.folder}/second" ]; then
    touch "${here.folder}/second"; cat ${captured}${fixture}.txt >&2; exit 1; fi\n${answers()}`;
  const builds = (calls: string[]): number => calls.filter((call) => call.startsWith("buildx build")).length;

  test.each([
    ["push-503", "1", 2, "passed"],
    ["push-429", "1", 2, "passed"],
    ["push-503", "0", 1, "failed"],
    ["push-403", "3", 1, "failed"],
    ["failed-step", "3", 1, "failed"],
  ])("after %s with %s retries: %i builds, %s", async (fixture, retries, count, status) => {
    const { record, calls } = await here.run(here.docker(flaky(fixture)), { ...pushed, retries });
    expect([builds(calls), record.status]).toEqual([count, status]);
  });
});

describe("a dry run", () => {
  test("says what was measured and decided, and the command that can be pasted; no record is left", async () => {
    const inputs = { "dry-run": "true", tags: "x y" };
    expect((await here.run(here.docker(answers()), inputs)).exitCode).toBe(2);
    const { print, records, exitCode, calls } = await here.run(here.docker(answers()), {
      ...{ "dry-run": "true", "build-args": "NOTE=it's me\nPIP_TOKEN=hunter", labels: "a=b c" },
    });
    expect([records, exitCode, calls]).toEqual([[], 0, []]);
    expect(print).toMatch(/context +10 B, after \.dockerignore 10 B|context +\d/);
    expect(print).toContain(`--build-arg 'NOTE=it'\\''s me' --build-arg 'PIP_TOKEN=***'`);
    expect(print).toMatch(/^docker buildx build .*--label 'a=b c' .* \.\/images\/tiny$/m);
  });

  test("fails where the build would", async () => {
    const { exitCode, failure } = await here.run(here.docker(answers()), {
      ...{ "dry-run": "true", "context-budget": "0" },
    });
    expect([exitCode, failure?.code]).toEqual([1, "context-too-large"]);
  });
});

describe("what is proven is skipped", () => {
  const key = async (): Promise<string> => {
    const { outputs } = await here.run(here.docker(answers()), { ...pushed, "dry-run": "true" });
    return outputs["content-key"] ?? "";
  };
  const holding = (labels: Record<string, string>): string => {
    const digest = `sha256:${"a".repeat(64)}`;
    const answer = { manifest: { digest }, image: { config: { Labels: labels } } };
    return `case "$*" in *--format*) echo '${JSON.stringify(answer)}' ;; *create*) ;; *) exit 1 ;; esac`;
  };
  const prefix = "org.model-image-actions.";
  const good = (value: string): Record<string, string> => ({
    [`${prefix}content-key`]: value,
    [`${prefix}evidence`]: "real",
    [`${prefix}replaced-contexts`]: "",
  });

  test("one question, no build; the record says by which digest", async () => {
    const host = here.docker(answers(holding(good(await key()))));
    const { record, outputs, calls, exitCode } = await here.run(host, { ...pushed, "skip-proven": "true" });
    const digest = `sha256:${"a".repeat(64)}`;
    expect(record).toMatchObject({
      status: "skipped",
      evidence: "real",
      provenBy: digest,
      digest,
      pushed: false,
    });
    expect(outputs).toMatchObject({ skipped: "true", "image-ref": `ghcr.io/o/tiny@${digest}` });
    expect([calls.length, exitCode]).toEqual([1, 0]);
  });

  test("further tags are made from the digest", async () => {
    const host = here.docker(answers(holding(good(await key()))));
    const { record, calls } = await here.run(host, {
      ...{ push: "true", tags: `${tags}\nghcr.io/o/tiny:2`, "skip-proven": "true" },
    });
    expect(record.status).toBe("skipped");
    expect(calls[1]).toMatch(
      /^buildx imagetools create .*--tag ghcr.io\/o\/tiny:2 ghcr.io\/o\/tiny@sha256:a+$/,
    );
  });

  test.each<[string, (key: string) => Record<string, string>]>([
    ["another key", () => good("b".repeat(64))],
    ["no key", () => ({})],
    ["a stand-in", (value) => ({ ...good(value), [`${prefix}evidence`]: "stand-in" })],
    ["an image on a stand-in", (value) => ({ ...good(value), [`${prefix}stand-in`]: "base" })],
    ["one with a replaced part", (value) => ({ ...good(value), [`${prefix}replaced-contexts`]: "wheels" })],
  ])("but not where the registry holds %s", async (_, labels) => {
    const host = here.docker(answers(holding(labels(await key()))));
    const { record } = await here.run(host, { ...pushed, "skip-proven": "true" });
    expect(record.status).toBe("passed");
    expect(host.logged.join("\n")).toMatch(/not skipped: /);
  });

  test("nor where this build would be a stand-in, or starts from a name that can move", async () => {
    const value = await key();
    here.put("wheels/x", "");
    const replaced = here.docker(answers(holding(good(value))));
    const inputs = { ...pushed, "skip-proven": "true" };
    const standIn = await here.run(replaced, { ...inputs, "build-contexts": "wheels=wheels" });
    expect(standIn.record).toMatchObject({ status: "passed", evidence: "stand-in" });
    expect(standIn.record.contentKey).toBeUndefined();
    here.put("images/tiny/Dockerfile", "FROM debian:12 AS runtime\nCOPY data /data\n");
    const moving = here.docker(answers(holding(good(await key()))));
    expect((await here.run(moving, inputs)).record.status).toBe("passed");
    expect(moving.logged.join("\n")).toMatch(/not skipped: these names can move: debian:12/);
  });

  test("the key follows what is sent, and nothing else", async () => {
    const first = await key();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    here.put("images/tiny/README.md", "not copied");
    expect(await key()).toBe(first);
    here.put("images/tiny/data/two", "");
    const second = await key();
    expect(second).not.toBe(first);
    here.put("images/runtime/x", "changed");
    expect(await key()).not.toBe(second);
  });
});

describe("the lock", () => {
  const lock = (digest: string | null): string => `schema: models-lock/v1
models:
  tiny:
    python: "3.8"
    platform: manylinux_2_36_x86_64
    bases:
      - {image: "debian:12", digest: ${digest ? `"${digest}"` : 'null, reason: "nobody was asked"'}}
    sources:
      - {repository: "https://example.org/x", ref: "${"a".repeat(40)}", commit: "${"a".repeat(40)}", submodules: []}
    packages: []
`;
  const locked = `sha256:${"c".repeat(64)}`;
  beforeEach(() => {
    here.put("images/tiny/Dockerfile", "FROM debian:12 AS runtime\nCOPY data /data\n");
  });

  const putLock = (digest: string | null): void => here.put("images/models.lock.yaml", lock(digest));

  test("what it holds by digest is built by digest", async () => {
    putLock(locked);
    const { record, calls } = await here.run(here.docker(answers()));
    const build = calls.findLast((call) => call.startsWith("buildx build"));
    expect(build).toContain(`--build-context debian:12=docker-image://debian:12@${locked}`);
    expect(record.failure).toBeUndefined();
    expect(record).toMatchObject({ evidence: "real", replacedContexts: [] });
  });

  test("a base that the files do not name is drift, and nothing is built", async () => {
    putLock(locked);
    here.put("images/tiny/Dockerfile", "FROM debian:12-slim AS runtime\nCOPY data /data\n");
    const { record, calls } = await here.run(here.docker(answers()));
    expect(record.failure).toMatchObject({ code: "lock-drifted" });
    expect(record.failure?.message).toMatch(/debian is locked as 12, and the files ask for 12-slim/);
    expect(record.findings[0]).toMatchObject({ rule: "build/lock-drifted", severity: "error" });
    expect(record.findings[0]?.locations[0]).toMatchObject({ file: "images/models.lock.yaml", line: 7 });
    expect(record.lock).toMatchObject({ state: "drifted" });
    expect(calls).toEqual([]);
  });

  test("what it does not hold warns, and fails where everything has to be locked", async () => {
    putLock(null);
    const { record } = await here.run(here.docker(answers()));
    expect(record.lock).toMatchObject({ state: "incomplete" });
    expect(record.findings[0]).toMatchObject({ rule: "build/lock-incomplete", severity: "warning" });
    const strict = await here.run(here.docker(answers()), { "require-locked": "true" });
    expect(strict.record.failure).toMatchObject({ code: "lock-incomplete" });
    expect(strict.record.failure?.message).toMatch(/does not hold debian:12/);
  });

  test.each([
    [{}, "passed", undefined],
    [{ "require-locked": "true" }, "failed", "lock-incomplete"],
    [{ lock: "nowhere.yaml" }, "failed", "unreadable-input"],
  ] as const)("that is not there, with %j", async (inputs, status, code) => {
    const { record } = await here.run(here.docker(answers()), inputs);
    expect([record.status, record.failure?.code]).toEqual([status, code]);
  });

  test("that is no lock is told line by line", async () => {
    here.put("images/models.lock.yaml", "schema: models-lock/v1\nmodels: 1\n");
    const { record, exitCode } = await here.run(here.docker(answers()));
    expect([record.failure?.code, exitCode]).toEqual(["unreadable-input", 2]);
    expect(record.findings[0]?.locations).toEqual([{ file: "images/models.lock.yaml", line: 2 }]);
  });
});

describe("BuildKit's checks", () => {
  test("as errors: at their lines, and nothing is built", async () => {
    const script = `case "$*" in *--call*) cat ${captured}check.json; exit 0 ;; esac\n${answers()}`;
    const { record, calls } = await here.run(here.docker(script), { check: "error" });
    expect(record.failure).toMatchObject({ code: "findings" });
    expect(record.findings.length).toBeGreaterThan(0);
    expect(record.findings[0]?.locations[0]?.file).toBe("images/tiny/Dockerfile");
    expect(calls).toHaveLength(1);
  });
});
