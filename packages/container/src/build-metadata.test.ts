import { readFileSync } from "node:fs";
import { BuildResult } from "@mia/step-result";
import { expect, test } from "vitest";
import { checkFindings, parseCheck } from "./build-check.ts";
import { pinsOf } from "./build-materials.ts";
import { type BuildMetadata, parseBuildMetadata } from "./build-metadata.ts";
import { layerInstructions, parseHistory } from "./image-history.ts";
import { imageOfIndex, imageSizes, type Manifest, parseManifest } from "./image-manifest.ts";

const text = (name: string): string =>
  readFileSync(new URL(`fixtures/build/${name}`, import.meta.url), "utf8");
const metadata = (name: string): BuildMetadata => {
  const parsed = parseBuildMetadata(text(`metadata-${name}.json`));
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.metadata;
};

test.each(["loaded", "pushed"])("a %s image has a manifest, a configuration and a builder", (name) => {
  const digest = "sha256:b658daf8d14cf60b8c7148871774414dd15d3a8abb902e685a55ed864af904c2";
  expect(metadata(name)).toMatchObject({
    ...{ digest, imageDigest: digest, kind: "manifest", builder: "default" },
    configDigest: "sha256:0073123ad44d8d25a9e89bf5c32341f8779f6f8b2a93af811848f4861850b5ef",
    descriptor: { mediaType: "application/vnd.docker.distribution.manifest.v2+json", size: 1282 },
  });
});

test.each(["index", "full", "multi"])("%s: with provenance the digest is that of an index", (name) => {
  expect(metadata(name)).toMatchObject({ kind: "index", imageDigest: null, configDigest: null });
});

test("platform, names and pins", () => {
  const base = {
    kind: "base-image",
    name: "127.0.0.1:5000/w2/big:1",
    value: expect.stringMatching(/^sha256:08e020d3/),
  };
  expect(metadata("imported")).toMatchObject({
    ...{ platform: "linux/amd64", names: ["127.0.0.1:5000/w2/full:2"], pins: [base] },
  });
  expect(metadata("full")).toMatchObject({ platform: "linux/amd64", pins: [base] });
  expect(metadata("loaded").pins).toBeNull();
});

test("BuildKit's checks are findings at their line", () => {
  const { checks } = metadata("full");
  expect(checks).toMatchObject([
    { rule: "ConsistentInstructionCasing", line: 11 },
    { rule: "JSONArgsRecommended", line: 17 },
  ]);
  expect(checks[0]?.message).toBe("Command 'from' should match the case of the command majority (uppercase)");
  const asked = parseCheck(text("check.json"));
  expect(asked?.checks).toEqual(checks);
  expect(asked?.error).toBeNull();
  expect(checkFindings(checks, { file: "x/Dockerfile", severity: "warning" })).toMatchObject([
    {
      rule: "build/consistent-instruction-casing",
      severity: "warning",
      locations: [{ file: "x/Dockerfile", line: 11 }],
    },
    { rule: "build/json-args-recommended", locations: [{ line: 17 }] },
  ]);
});

test("a Dockerfile that cannot be read is told by the check", () => {
  const answer = {
    warnings: null,
    buildError: {
      message: "unknown instruction: FORM",
      location: { ranges: [{ start: { line: 2 }, end: { line: 2 } }] },
    },
  };
  expect(parseCheck(`${JSON.stringify(answer, null, 2)}\nERROR: dockerfile parse error\n`)).toEqual({
    checks: [],
    error: { message: "unknown instruction: FORM", line: 2 },
  });
});

const digest = `sha256:${"a".repeat(64)}`;

test("the classic image store has no manifest, and says the configuration twice", () => {
  const file = JSON.stringify({ "containerimage.digest": digest, "containerimage.config.digest": digest });
  expect(parseBuildMetadata(file)).toMatchObject({ metadata: { digest: null, configDigest: digest } });
});

test("a build that exported nothing has no digest", () => {
  expect(parseBuildMetadata('{"buildx.build.ref":"b/n/i"}')).toMatchObject({
    ok: true,
    metadata: {
      digest: null,
      imageDigest: null,
      kind: null,
      configDigest: null,
      descriptor: null,
      builder: "b",
    },
  });
});

test.each([
  "",
  "garbage",
  "[]",
  "null",
  '{"containerimage.digest":"sha256:12"}',
  '{"containerimage.digest":7}',
])("%j is refused", (file) => expect(parseBuildMetadata(file).ok).toBe(false));

test.each([
  { "buildx.build.warnings": [{ short: 7 }, null, { short: "***", range: [{}] }] },
  { "buildx.build.warnings": "x", "buildx.build.provenance": [] },
  { "buildx.build.provenance": { materials: [{ uri: 7 }] } },
])("%j does no harm to a good build", (extra) => {
  expect(parseBuildMetadata(JSON.stringify({ ...extra, "containerimage.digest": digest }))).toMatchObject({
    metadata: { digest, checks: [] },
  });
});

const commit = "b".repeat(40);
test.each([
  [
    "pkg:docker/pytorch/pytorch@1.9.1-cuda11.1?platform=linux%2Famd64",
    { sha256: "a".repeat(64) },
    "base-image",
    "pytorch/pytorch:1.9.1-cuda11.1",
    digest,
  ],
  ["pkg:docker/docker/dockerfile@1", { sha256: "a".repeat(64) }, "frontend", "docker/dockerfile:1", digest],
  ["pkg:docker/x%2Fy@1", {}, "base-image", "x/y:1", null],
  [
    "https://user:pw@github.com/o/r.git#main",
    { sha1: commit },
    "git-commit",
    "https://github.com/o/r.git#main",
    commit,
  ],
  ["https://github.com/o/r.git", {}, "git-commit", "https://github.com/o/r.git", null],
  ["https://host/file.whl", { sha256: "a".repeat(64) }, "other", "https://host/file.whl", digest],
  ["https://host/file.whl", { sha256: "short" }, "other", "https://host/file.whl", null],
])("%s is a pin", (uri, found, kind, name, value) => {
  expect(pinsOf([{ materials: [{ uri, digest: found as Record<string, string> }] }])).toEqual([
    { kind, name, value },
  ]);
});

test("an index: the images, and what only speaks of them", () => {
  const index = parseManifest(text("manifest-multi.json")) as Extract<Manifest, { kind: "index" }>;
  expect(index.images.map(({ platform }) => platform)).toEqual(["linux/amd64", "linux/arm64"]);
  expect(index.attestations.map(({ of }) => of)).toEqual(index.images.map((image) => image.digest));
  expect(imageOfIndex(index, "linux/arm64")).toBe(index.images[1]?.digest);
  expect([imageOfIndex(index), imageOfIndex(index, "linux/s390x")]).toEqual([null, null]);
  const single = parseManifest(text("manifest-index.json")) as Manifest;
  expect(imageOfIndex(single)).toMatch(/^sha256:40b73e2b/);
});

test("an image: layers with the instruction behind each", () => {
  const manifest = parseManifest(text("manifest-image.json")) as Manifest;
  const instructions = layerInstructions(text("image-config.json"));
  const sizes = imageSizes(manifest, instructions);
  expect(sizes?.compressedBytes).toBe(9_248_631);
  expect(sizes?.layers.map(({ instruction }) => instruction?.slice(0, 20))).toEqual([
    ...[
      "COPY blob /blob",
      "COPY busybox /bin/sh",
      "COPY busybox /bin/bu",
      "COPY notes.txt /note",
      "COPY x /x",
    ],
    ...["RUN busybox sleep 1;", "WORKDIR /app", "COPY /bin/busybox /b", "RUN busybox sleep 1"],
  ]);
  expect(BuildResult.shape.sizes.safeParse(sizes).success).toBe(true);
  // A history that does not fit names nothing wrongly.
  expect(imageSizes(manifest, instructions.slice(1))?.layers[0]).not.toHaveProperty("instruction");
});

test("the engine's history, first instruction first", () => {
  const history = parseHistory(text("history.jsonl"));
  expect(history[0]).toMatchObject({ instruction: "COPY blob /blob" });
  expect(history.every(({ bytes }) => bytes > 0)).toBe(true);
  expect(history.map(({ instruction }) => instruction)).not.toContain("USER 1000");
});

test.each(["", "null", "[]", "{}", '{"manifests":7}', '{"layers":[],"config":{"digest":"x"}}'])(
  "%j is no manifest, no configuration, no history",
  (raw) =>
    expect([parseManifest(raw), layerInstructions(raw), parseHistory(raw)]).toEqual([undefined, [], []]),
);

test.each([
  ["RUN |1 A=b /bin/sh -c make # buildkit", "RUN make"],
  ['/bin/sh -c #(nop)  CMD ["bash"]', 'CMD ["bash"]'],
  ["/bin/sh -c apt-get  update", "RUN apt-get update"],
])("%s reads as %s", (created_by, expected) => {
  expect(layerInstructions(JSON.stringify({ history: [{ created_by }] }))).toEqual([expected]);
});
