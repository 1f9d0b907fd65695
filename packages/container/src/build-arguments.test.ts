import { expect, test } from "vitest";
import { type BuildRequest, buildArguments } from "./build-arguments.ts";

const request: BuildRequest = {
  context: "images/maptr",
  dockerfile: "images/maptr/Dockerfile",
  target: "runtime",
  tags: ["model-image/maptr:latest"],
  labels: { "org.model-image-actions.model": "maptr" },
  buildContexts: [{ name: "model-runtime", value: "images/runtime" }],
  buildArgs: [],
  builder: null,
  push: false,
  metadataFile: "/tmp/x/metadata.json",
};

test("a plain request", () => {
  expect(buildArguments(request)).toEqual([
    ...["buildx", "build", "--progress", "rawjson", "--provenance=false"],
    ...["--file", "./images/maptr/Dockerfile", "--target", "runtime", "--tag", "model-image/maptr:latest"],
    ...["--label", "org.model-image-actions.model=maptr"],
    ...["--build-context", "model-runtime=./images/runtime"],
    ...["--metadata-file", "/tmp/x/metadata.json", "--load", "./images/maptr"],
  ]);
});

test.each<[string, Partial<BuildRequest>, string[]]>([
  ["a builder comes first", { builder: "b1" }, ["buildx", "build", "--builder", "b1", "--progress"]],
  ["each tag is its own option", { tags: ["a:1", "b:2"] }, ["--tag", "a:1", "--tag", "b:2"]],
  ["push instead of load", { push: true }, ["--push", "./images/maptr"]],
  [
    "a value may hold spaces, quotes, commas and equal signs",
    { buildArgs: [{ name: "FLAGS", value: `-O2 "a,b"=c` }] },
    ["--build-arg", `FLAGS=-O2 "a,b"=c`],
  ],
  [
    "an argument by name alone",
    { buildArgs: [{ name: "HTTP_PROXY", value: null }] },
    ["--build-arg", "HTTP_PROXY"],
  ],
  ["an empty value stays a value", { buildArgs: [{ name: "EMPTY", value: "" }] }, ["--build-arg", "EMPTY="]],
  ["an absolute folder", { context: "/srv/maptr" }, ["--load", "/srv/maptr"]],
  [
    "a folder that looks like an address",
    { context: "git@github.com:o/maptr", dockerfile: "https://host/Dockerfile" },
    ["--file", "./https://host/Dockerfile"],
  ],
  ["of a git server", { context: "git@github.com:o/maptr" }, ["--load", "./git@github.com:o/maptr"]],
  [
    "a runtime that looks like an image",
    { buildContexts: [{ name: "model-runtime", value: "docker-image://x" }] },
    ["--build-context", "model-runtime=./docker-image://x"],
  ],
  [
    "the caller's contexts are as written",
    { buildContexts: [{ name: "upstream", value: "git@github.com:o/maptr" }] },
    ["--build-context", "upstream=git@github.com:o/maptr"],
  ],
  ["a folder that looks like an option", { context: "-x" }, ["--load", "./-x"]],
])("%s", (_, change, expected) => {
  const argumentsOf = buildArguments({ ...request, ...change });
  expect(argumentsOf.join("\0")).toContain(expected.join("\0"));
});
