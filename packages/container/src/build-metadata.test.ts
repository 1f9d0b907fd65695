import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseBuildMetadata } from "./build-metadata.ts";

const fixture = (name: string): string =>
  readFileSync(new URL(`fixtures/build/metadata-${name}.json`, import.meta.url), "utf8");

test.each(["loaded", "pushed"])("a %s image has a manifest, a configuration and a builder", (name) => {
  const parsed = parseBuildMetadata(fixture(name));
  expect(parsed).toMatchObject({
    ok: true,
    metadata: {
      digest: "sha256:b658daf8d14cf60b8c7148871774414dd15d3a8abb902e685a55ed864af904c2",
      configDigest: "sha256:0073123ad44d8d25a9e89bf5c32341f8779f6f8b2a93af811848f4861850b5ef",
      descriptor: { mediaType: "application/vnd.docker.distribution.manifest.v2+json", size: 1282 },
      builder: "default",
    },
  });
});

test("with provenance the digest is that of an index, and no configuration is named", () => {
  const parsed = parseBuildMetadata(fixture("index"));
  expect(parsed.ok && parsed.metadata.descriptor?.mediaType).toBe("application/vnd.oci.image.index.v1+json");
  expect(parsed.ok && parsed.metadata.configDigest).toBeNull();
});

const digest = `sha256:${"a".repeat(64)}`;

test("the classic image store has no manifest, and says the configuration twice", () => {
  const text = JSON.stringify({ "containerimage.digest": digest, "containerimage.config.digest": digest });
  expect(parseBuildMetadata(text)).toMatchObject({ metadata: { digest: null, configDigest: digest } });
});

test("a build that exported nothing has no digest", () => {
  expect(parseBuildMetadata('{"buildx.build.ref":"b/n/i"}')).toEqual({
    ok: true,
    metadata: { digest: null, configDigest: null, descriptor: null, builder: "b" },
  });
});

test.each([
  "",
  "garbage",
  "[]",
  "null",
  '{"containerimage.digest":"sha256:12"}',
  '{"containerimage.digest":7}',
])("%j is refused", (text) => expect(parseBuildMetadata(text).ok).toBe(false));
