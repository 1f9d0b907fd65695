/** The smallest model.yaml that the catalog accepts, for tests. */
export function modelYaml(slug: string): string {
  return `schema: model/v1
slug: ${slug}
name: Tiny
summary: A model for tests.
upstream: {repository: "https://example.org/x", commit: ${"a".repeat(40)}, branch: main, licence: MIT}
sources: []
base: {image: scratch, tag: none, digest: null, digestReason: a test has no base}
environment: {python: "3.8", cuda: "11.1"}
packages: {}
config: /app/x.py
outputs: [{family: vectorized-map, expect: {}}]
checkpoint: {url: "https://example.org/x.pth", sha256: null, sha256Reason: a test has none, licence: none}
dataset: {name: none, licence: none}
gpu: {computeCapability: {min: "7.0", max: "8.9"}, reason: a test, memoryMiB: 1}
smoke: {timeoutSeconds: 1, killGraceSeconds: 1, memoryMiB: 1, shmMiB: 1}
`;
}
