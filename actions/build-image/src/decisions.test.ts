import { parseInputs } from "@mia/action-kit";
import type { LockState } from "@mia/step-result";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { dependsOnDriver } from "./ask-builder.ts";
import { cacheChoice, writesByDefault } from "./cache-choice.ts";
import { combinationProblems } from "./combination-problems.ts";
import { canonicalJson, contentKey } from "./content-key.ts";
import { diskRoom } from "./disk-room.ts";
import { type Given, inputs } from "./inputs.ts";
import { judgeMaterials, withoutReplaced } from "./judge-materials.ts";
import { parseNamed } from "./parse-named.ts";
import { lockedContexts, movableNames } from "./pinned-images.ts";
import { provenBy } from "./proven-image.ts";
import { withoutTag } from "./registry-image.ts";
import { epochOf, type RequestParts, requestOf } from "./request.ts";

function given(raw: Record<string, string> = {}): Given {
  const parsed = parseInputs(z.object(inputs), { model: "tiny", ...raw });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.values as Given;
}

const parts: RequestParts = {
  draft: {
    folder: "images/tiny",
    model: "tiny",
    target: "runtime",
    tags: ["ghcr.io/o/tiny:1"],
    replacedContexts: [],
  },
  dockerfile: "images/tiny/Dockerfile",
  runtimeContext: "images/runtime",
  lockedContexts: [],
  cache: { mode: "off" },
  epoch: 1,
  metadataFile: "/tmp/m.json",
};

describe("the typed cache", () => {
  const around = { slug: "tiny", byDefault: true, hasService: true };
  const tags = "ghcr.io/o/tiny:1";

  test.each<[Record<string, string>, unknown]>([
    [{}, { mode: "off" }],
    [
      { cache: "registry", tags },
      { mode: "registry", ref: "ghcr.io/o/tiny:cache-tiny", write: true },
    ],
    [
      { cache: "registry", tags, "cache-scope": "pr-1", "cache-write": "false" },
      { mode: "registry", ref: "ghcr.io/o/tiny:cache-pr-1", write: false },
    ],
    [
      { cache: "registry", "cache-ref": "r/c:x" },
      { mode: "registry", ref: "r/c:x", write: true },
    ],
    [{ cache: "gha" }, { mode: "gha", scope: "tiny", write: true }],
    [
      { cache: "local", "cache-ref": "../c" },
      { mode: "local", folder: "../c", write: true },
    ],
  ])("%j", (raw, cache) => {
    expect(cacheChoice(given(raw), around)).toEqual({ ok: true, cache });
  });

  test.each<[Record<string, string>, string]>([
    [{ "cache-ref": "r/c" }, "cache-ref"],
    [{ "cache-write": "true" }, "cache-write"],
    [{ cache: "registry" }, "cache-ref"],
    [{ cache: "local" }, "cache-ref"],
    [{ cache: "gha", "cache-ref": "r/c" }, "cache-ref"],
  ])("refuses %j by naming %s", (raw, input) => {
    expect(cacheChoice(given(raw), around)).toMatchObject({ ok: false, problems: [{ input }] });
  });

  test("GitHub's cache outside of an action", () => {
    expect(cacheChoice(given({ cache: "gha" }), { ...around, hasService: false })).toMatchObject({
      ok: false,
      problems: [{ input: "cache" }],
    });
  });

  test.each<[string | undefined, string | undefined, string | undefined, boolean]>([
    ["push", "refs/heads/main", "main", true],
    ["workflow_dispatch", "refs/heads/main", "main", true],
    ["schedule", "refs/heads/main", undefined, true],
    ["push", "refs/heads/other", "main", false],
    ["push", "refs/tags/main", "main", false],
    ["push", "refs/heads/main", undefined, false],
    ["pull_request", "refs/pull/1/merge", "main", false],
    ["pull_request_target", "refs/heads/main", "main", false],
    ["workflow_run", "refs/heads/main", "main", false],
    ["issue_comment", "refs/heads/main", "main", false],
    [undefined, undefined, "main", false],
  ])("event %s at %s with default branch %s: written %s", (event, ref, branch, written) => {
    expect(writesByDefault({ event, ref }, branch)).toBe(written);
  });
});

describe("inputs that do not go together", () => {
  test.each<[Record<string, string>, string[]]>([
    [{}, []],
    [{ push: "true", tags: "r/x:1", "skip-proven": "true" }, []],
    [{ push: "true" }, ["push"]],
    [{ "push-by-digest": "true" }, ["push-by-digest"]],
    [{ "skip-proven": "true" }, ["skip-proven"]],
    [{ "skip-proven": "true", "push-by-digest": "true", tags: "r/x" }, ["skip-proven"]],
    [{ "skip-proven": "true", push: "true", tags: "r/x", load: "true" }, ["skip-proven"]],
    [{ "skip-proven": "true", push: "true", tags: "r/x", "no-cache": "true" }, ["skip-proven"]],
    [{ "previous-ref": "r/x:0" }, ["previous-ref"]],
    [{ "no-cache": "true", "cache-from": "type=gha" }, ["cache-from"]],
  ])("%j: %j", (raw, named) => {
    expect(combinationProblems(given(raw)).map(({ input }) => input)).toEqual(named);
  });

  test.each<[Record<string, string>, boolean]>([
    [{}, false],
    [{ push: "true", tags: "r/x" }, false],
    [{ cache: "registry" }, false],
    [{ builder: "b" }, true],
    [{ "push-by-digest": "true" }, true],
    [{ reproducible: "true" }, true],
    [{ provenance: "min" }, true],
    [{ sbom: "true" }, true],
    [{ platforms: "linux/amd64" }, false],
    [{ platforms: "linux/amd64\nlinux/arm64" }, true],
    [{ outputs: "type=oci,dest=x" }, true],
    [{ push: "true", load: "true" }, true],
    [{ "cache-to": "type=inline" }, true],
  ])("%j depends on the driver: %s", (raw, depends) => {
    expect(dependsOnDriver(requestOf(given(raw), parts))).toBe(depends);
  });
});

describe("the content key", () => {
  const of = (raw: Record<string, string> = {}, changed: object = {}): string =>
    contentKey(requestOf(given(raw), parts), {
      ...{ lock: null, dockerfile: "d", context: "c", runtime: "r", environment: { TOKEN: "x" } },
      ...changed,
    });

  test.each<[string, Record<string, string>, object]>([
    ["the lock", {}, { lock: { bases: [] } }],
    ["the Dockerfile", {}, { dockerfile: "e" }],
    ["the context", {}, { context: "e" }],
    ["the runtime", {}, { runtime: "e" }],
    ["an argument", { "build-args": "A=1" }, {}],
    ["the platform", { platforms: "linux/arm64" }, {}],
    ["the packing", { compression: "zstd" }, {}],
    ["an SBOM", { sbom: "true" }, {}],
    ["the id of a secret", { "secret-envs": "a=TOKEN" }, {}],
    ["an option", { "extra-args": "--network=host" }, {}],
  ])("changes with %s", (_, raw, changed) => {
    expect(of(raw, changed)).not.toBe(of());
  });

  test.each<[string, Record<string, string>]>([
    ["labels", { labels: "a=b" }],
    ["annotations", { annotations: "a=b" }],
    ["the name", { tags: "other:1" }],
    ["where it goes", { push: "true" }],
    ["the cache", { "cache-from": "type=gha", pull: "true" }],
  ])("does not change with %s", (_, raw) => {
    expect(of(raw)).toBe(of());
  });

  test("an argument by name alone counts with its value", () => {
    const raw = { "build-args": "TOKEN" };
    expect(of(raw, { environment: { TOKEN: "y" } })).not.toBe(of(raw));
    expect(of(raw)).toBe(of({ "build-args": "TOKEN=x" }));
  });

  test("the order of lines does not count", () => {
    expect(of({ "build-args": "A=1\nB=2" })).toBe(of({ "build-args": "B=2\nA=1" }));
    expect(canonicalJson({ b: [2, { d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[2,{"d":1}]}');
  });
});

test.each([
  [undefined, 0, 0, "unknown"],
  [1e9, 2e9, 0, "none"],
  [5e9, 1e9, 0, "scarce"],
  [6e9, 1e9, 0, "enough"],
  [6e9, 1e9, 1e9, "scarce"],
  [2e9, 0, 0, "enough"],
])("%s bytes free for a context of %s after an image of %s: %s", (free, context, previous, state) => {
  expect(diskRoom(free, { context, previous }).state).toBe(state);
});

test.each([
  [undefined, 315_532_800],
  ["", 315_532_800],
  ["0", 0],
  ["1700000000", 1_700_000_000],
  ["yesterday", undefined],
  ["-1", undefined],
])("SOURCE_DATE_EPOCH %j is %s", (text, epoch) => {
  expect(epochOf(text)).toBe(epoch);
});

test.each([
  ["ghcr.io/o/x:1", "ghcr.io/o/x"],
  ["127.0.0.1:5000/x", "127.0.0.1:5000/x"],
  ["127.0.0.1:5000/x:1@sha256:a", "127.0.0.1:5000/x"],
  ["x", "x"],
])("the repository of %s is %s", (reference, repository) => {
  expect(withoutTag(reference)).toBe(repository);
});

test("labels and annotations: all mistakes at once, values kept as they are", () => {
  expect(parseNamed(["a=b=c", "index:d=", "e= f "])).toEqual({
    ok: true,
    pairs: [
      { name: "a", value: "b=c" },
      { name: "index:d", value: "" },
      { name: "e", value: "f" },
    ],
  });
  const bad = parseNamed(["a", "b c=1", "d=1", "d=2"]);
  expect(bad.ok ? [] : bad.problems).toHaveLength(3);
});

describe("what a registry's answer proves", () => {
  const digest = `sha256:${"a".repeat(64)}`;
  const inner = `sha256:${"b".repeat(64)}`;
  const prefix = "org.model-image-actions.";
  const config = {
    config: {
      Labels: {
        [`${prefix}content-key`]: "k",
        [`${prefix}evidence`]: "real",
        [`${prefix}replaced-contexts`]: "",
      },
    },
  };

  test("an index with one image and its attestation", () => {
    const manifests = [
      { digest: inner, platform: { os: "linux" } },
      { digest, platform: { os: "unknown" } },
    ];
    const answer = { manifest: { digest, manifests }, image: config };
    expect(provenBy(JSON.stringify(answer), "x", "k")).toEqual({ proven: { digest, imageDigest: inner } });
  });

  test("several platforms, each with the key", () => {
    const manifests = [{ digest: inner }, { digest }];
    const image = { "linux/amd64": config, "linux/arm64": config };
    const answer = { manifest: { digest, manifests }, image };
    expect(provenBy(JSON.stringify(answer), "x", "k")).toEqual({ proven: { digest, imageDigest: null } });
    const half = { ...answer, image: { ...image, "linux/arm64": { config: {} } } };
    expect(provenBy(JSON.stringify(half), "x", "k")).toEqual({ why: "x has no content key" });
  });

  test.each([
    "",
    "null",
    "{}",
    '{"manifest":{"digest":"x"},"image":{}}',
    `{"manifest":{"digest":"${digest}"},"image":{}}`,
  ])("nothing: %s", (answer) => {
    expect(provenBy(answer, "x", "k")).toHaveProperty("why");
  });
});

describe("names in a Dockerfile", () => {
  const file = "images/tiny/Dockerfile";
  const at = (line: number) => [{ file, line }];
  const dockerfile = {
    path: file,
    text: "# syntax=docker/dockerfile:1\nFROM a:1\nFROM b\nFROM c:2@sha256:x\n",
  };
  const pins = {
    ...{ slug: "tiny", python: "3.8", platform: "p", packages: [], unknown: [] },
    bases: [
      { image: "docker/dockerfile:1", locations: at(1) },
      { image: "a:1", locations: at(2) },
      { image: "b:latest", locations: at(3) },
      { image: "c:2", digest: `sha256:${"c".repeat(64)}`, locations: at(4) },
      { image: "m:1", locations: [{ file: "images/tiny/model.yaml", line: 1 }] },
    ],
    sources: [
      { repository: "https://x/y", ref: "a".repeat(40), locations: at(2) },
      { repository: "https://x/z", ref: "main", locations: at(2) },
    ],
  };
  const digest = `sha256:${"d".repeat(64)}`;
  const locked = {
    ...{ python: "3.8", platform: "p", sources: [], packages: [] },
    bases: ["docker/dockerfile:1", "a:1", "b:latest", "c:2", "m:1"].map((image) => ({ image, digest })),
  };

  test("those that the lock holds are built by digest, but for frontends and what has one", () => {
    expect(lockedContexts(pins, locked, dockerfile)).toEqual([
      { name: "a:1", value: `docker-image://a:1@${digest}` },
      { name: "b", value: `docker-image://b:latest@${digest}` },
    ]);
    expect(lockedContexts(pins, undefined, dockerfile)).toEqual([]);
  });

  test("the others can move", () => {
    expect(movableNames(pins, locked, dockerfile)).toEqual(["docker/dockerfile:1", "https://x/z#main"]);
    expect(movableNames(pins, undefined, dockerfile)).toEqual([
      ...["docker/dockerfile:1", "a:1", "b:latest", "https://x/z#main"],
    ]);
  });
});

describe("materials beside the lock", () => {
  const state: LockState = { file: "l.yaml", state: "held", unknown: [], drift: [] };
  const nothing = { drift: [], unknown: [], leftOut: [] };
  const moved = { ...nothing, drift: [{ name: "a:1", locked: "x", found: "y" }] };
  const calm = { isRequired: false, pushed: false };

  test("held stays held; what the builder does not say is not held", () => {
    expect(judgeMaterials(state, nothing, calm)).toEqual({ state, leftOut: [] });
    expect(judgeMaterials(state, null, calm).state.state).toBe("incomplete");
    expect(judgeMaterials(state, null, { ...calm, isRequired: true }).failure?.code).toBe("lock-incomplete");
  });

  test.each([
    [["wheels"], 1],
    [["arg:BASE"], 0],
    [["env:EXPERIMENTAL_BUILDKIT_SOURCE_POLICY"], 0],
  ])("an image that is not locked, with %j replaced: %i drift", (replaced, count) => {
    const check = { ...nothing, drift: [{ name: "a:1", locked: null, found: "y" }] };
    const { drift, leftOut } = withoutReplaced(check, replaced);
    expect([drift.length, leftOut.length]).toEqual([count, 1 - count]);
  });

  test("another base fails, and a pushed image is warned of", () => {
    const { state: after, failure } = judgeMaterials(state, moved, { isRequired: false, pushed: true });
    expect(after.state).toBe("drifted");
    expect(failure).toMatchObject({
      code: "lock-drifted",
      message: expect.stringMatching(/a:1 is y, locked as x/),
    });
    expect(failure?.remedy).toMatch(/do not use it/);
  });
});
