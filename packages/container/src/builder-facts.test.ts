import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { BuildRequest } from "./build-request.ts";
import { type BuilderFacts, builderFacts, inspectArguments } from "./builder-facts.ts";
import { driverRefusal, fittedRequest } from "./driver-refusal.ts";

const fixture = (name: string): BuilderFacts =>
  builderFacts(
    readFileSync(new URL(`fixtures/build/inspect-${name}.txt`, import.meta.url), "utf8"),
  ) as BuilderFacts;

test.each([
  ["docker", "docker", true, "running", "default"],
  ["docker-classic", "docker", false, "running", "default"],
  ["container", "docker-container", null, "inactive", "unix:///run/docker.sock"],
  ["remote", "remote", null, "running", "unix:///srv/bkd.sock"],
  ["remote-down", "remote", null, "inactive", "tcp://127.0.0.1:9"],
])("inspect-%s", (name, driver, containerdStore, status, endpoint) => {
  expect(fixture(name)).toMatchObject({ driver, containerdStore, nodes: [{ status, endpoint }] });
});

test("platforms and version of a node", () => {
  const [node] = fixture("docker-classic").nodes;
  expect(node?.buildkit).toBe("v0.0.0+unknown");
  expect(node?.platforms).toEqual([
    "linux/amd64",
    "linux/amd64/v2",
    "linux/amd64/v3",
    "linux/amd64/v4",
    "linux/386",
  ]);
});

test("a star is no part of a platform, an error is kept, and every node is read", () => {
  const text =
    "Name:   b\nDriver: kubernetes\n\nNodes:\nName:      b0\nEndpoint:  kubernetes:///b\nStatus:    running\nPlatforms: linux/amd64*, linux/arm64*\n\nName:     b1\nEndpoint: e\nError:    no pods\n";
  expect(builderFacts(text)?.nodes).toMatchObject([
    { name: "b0", platforms: ["linux/amd64", "linux/arm64"], error: null },
    { name: "b1", status: "", error: "no pods" },
  ]);
});

test.each([
  "",
  "garbage",
  "Name: x\n",
  "Driver: docker\n",
  "Name:\nDriver:\n",
  "Nodes:\nName: x\nDriver: docker",
])("%j is no answer", (text) => expect(builderFacts(text)).toBeUndefined());

test("an endless answer is cut", () => {
  const facts = builderFacts(`Name: b\nDriver: remote\nNodes:\n${"Name: n\n".repeat(1_000_000)}`);
  expect(facts?.nodes).toHaveLength(100);
});

test("the question", () => {
  expect(inspectArguments("b")).toEqual(["buildx", "inspect", "b"]);
  expect(inspectArguments(null)).toEqual(["buildx", "inspect"]);
});

const request: BuildRequest = {
  ...{ context: "x", dockerfile: "x/Dockerfile", target: "runtime", tags: ["a/b:1"], labels: {} },
  ...{ buildContexts: [], buildArgs: [], builder: null, push: false, metadataFile: "/m" },
};
const cache = { mode: "registry", ref: "a/b:cache", write: true } as const;
const two = ["linux/amd64", "linux/arm64"];

test.each<[string, string, Partial<BuildRequest>, RegExp | undefined]>([
  ["the engine loads", "docker", {}, undefined],
  ["the engine pushes with a cache", "docker", { push: true, cache }, undefined],
  [
    "the engine builds for two platforms",
    "docker",
    { push: true, platforms: two, provenance: "max" },
    undefined,
  ],
  ["by digest", "docker", { pushByDigest: true }, /cannot push by digest/],
  ["reproducible", "docker", { reproducible: { epoch: 1 } }, /cannot rewrite the times of files/],
  [
    "reproducible into an archive",
    "docker",
    { reproducible: { epoch: 1 }, outputs: ["type=oci,dest=x,rewrite-timestamp=true"] },
    undefined,
  ],
  ["classic, plain", "docker-classic", {}, undefined],
  ["classic, cache read", "docker-classic", { cache: { ...cache, write: false } }, undefined],
  ["classic, inline cache", "docker-classic", { cacheTo: ["type=inline"] }, undefined],
  [
    "classic, cache written",
    "docker-classic",
    { cache },
    /cannot write a cache with its classic image store/,
  ],
  ["classic, raw cache", "docker-classic", { cacheTo: ["type=local,dest=x"] }, /cannot write a cache/],
  ["classic, two platforms", "docker-classic", { platforms: two }, /several platforms/],
  ["classic, provenance", "docker-classic", { provenance: "min" }, /provenance or an SBOM/],
  ["classic, SBOM", "docker-classic", { sbom: true }, /provenance or an SBOM/],
  ["classic, archive", "docker-classic", { outputs: ["type=oci,dest=x"] }, /OCI archive/],
  [
    "another driver does it all",
    "remote",
    { pushByDigest: true, cache, reproducible: { epoch: 1 } },
    undefined,
  ],
  ["one that will be started", "container", { pushByDigest: true }, undefined],
  ["nobody loads an index from outside", "container", { platforms: two, load: true }, /several platforms/],
  ["nobody is there", "remote-down", {}, /does not answer at tcp:\/\/127.0.0.1:9/],
])("%s", (_, builder, change, message) => {
  const refusal = driverRefusal(fixture(builder), { ...request, ...change });
  if (message === undefined) expect(refusal).toBeUndefined();
  else expect(refusal?.message).toMatch(message);
});

test("what the engine pushes it keeps: it is not exported twice", () => {
  const both = { ...request, push: true, load: true };
  expect(fittedRequest(fixture("docker"), both).load).toBe(false);
  expect(fittedRequest(fixture("docker-classic"), both)).toBe(both);
  expect(fittedRequest(fixture("remote"), both)).toBe(both);
});
