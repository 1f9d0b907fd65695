import { expect, test } from "vitest";
import { buildArguments, checkArguments } from "./build-arguments.ts";
import { cacheReference, cacheValues } from "./build-cache.ts";
import { type BuildRequest, loads, pushes } from "./build-request.ts";

const request: BuildRequest = {
  context: "images/maptr",
  dockerfile: "images/maptr/Dockerfile",
  target: "runtime",
  tags: ["ghcr.io/o/maptr:v1"],
  labels: { "org.model-image-actions.model": "maptr" },
  buildContexts: [{ name: "model-runtime", value: "images/runtime" }],
  buildArgs: [],
  builder: null,
  push: false,
  metadataFile: "/tmp/x/metadata.json",
};

test("a plain request", () => {
  expect(buildArguments(request)).toEqual([
    ...["buildx", "build", "--progress", "rawjson", "--provenance=false", "--sbom=false"],
    ...["--file", "./images/maptr/Dockerfile", "--target", "runtime"],
    ...["--build-context", "model-runtime=./images/runtime"],
    ...["--label", "org.model-image-actions.model=maptr"],
    ...["--metadata-file", "/tmp/x/metadata.json", "--tag", "ghcr.io/o/maptr:v1", "--load", "./images/maptr"],
  ]);
});

const zstd = { type: "zstd", level: 3 } as const;
const registry = { mode: "registry", ref: "ghcr.io/o/maptr:cache-maptr", write: true } as const;
const cacheTo = (ref: string, packing = "compression=zstd,compression-level=3"): string =>
  `type=registry,ref=${ref},mode=max,oci-mediatypes=true,image-manifest=true,${packing},ignore-error=true`;
const pin = "docker-image://debian:12@sha256:00";

// Each row: what it promises, what is asked for, and arguments that then stand together in this order.
test.each<[string, Partial<BuildRequest>, string[]]>([
  // Where and what
  ["a builder comes first", { builder: "b1" }, ["buildx", "build", "--builder", "b1", "--progress"]],
  ["no builder, no option", {}, ["buildx", "build", "--progress", "rawjson"]],
  ["a target", { target: "dev" }, ["--target", "dev"]],
  ["an absolute folder", { context: "/srv/maptr" }, ["--load", "/srv/maptr"]],
  ["a folder of the workspace", { context: "./x" }, ["--load", "./x"]],
  ["the workspace itself", { context: "." }, ["--load", "./."]],
  ["a folder that looks like an option", { context: "-x" }, ["--load", "./-x"]],
  ["a folder with a blank", { context: "my images" }, ["--load", "./my images"]],
  ["a folder like a git server", { context: "git@github.com:o/m" }, ["--load", "./git@github.com:o/m"]],
  ["a folder like an address", { context: "https://host/x" }, ["--load", "./https://host/x"]],
  ["a Dockerfile like an address", { dockerfile: "https://h/D" }, ["--file", "./https://h/D"]],
  ["a Dockerfile like an option", { dockerfile: "--push" }, ["--file", "./--push"]],
  ["a Dockerfile elsewhere", { dockerfile: "/srv/D" }, ["--file", "/srv/D"]],
  // Names
  ["each tag is its own option", { tags: ["a:1", "b:2"] }, ["--tag", "a:1", "--tag", "b:2"]],
  ["no tag", { tags: [] }, ["--metadata-file", "/tmp/x/metadata.json", "--load"]],
  ["labels in order", { labels: { a: "1", b: "x=y,z" } }, ["--label", "a=1", "--label", "b=x=y,z"]],
  ["a label of several lines", { labels: { a: "1\n2" } }, ["--label", "a=1\n2"]],
  ["an annotation", { annotations: [{ name: "a.b", value: "c=d" }] }, ["--annotation", "a.b=c=d"]],
  ["of the index", { annotations: [{ name: "index:a", value: "b" }] }, ["--annotation", "index:a=b"]],
  // Build arguments and contexts
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
  ["a value of several lines", { buildArgs: [{ name: "A", value: "1\n2" }] }, ["--build-arg", "A=1\n2"]],
  [
    "a runtime that looks like an image",
    { buildContexts: [{ name: "model-runtime", value: "docker-image://x" }] },
    ["--build-context", "model-runtime=./docker-image://x"],
  ],
  ["a pinned base", { buildContexts: [{ name: "base", value: pin }] }, ["--build-context", `base=${pin}`]],
  [
    "the caller's contexts are as written",
    { buildContexts: [{ name: "upstream", value: "git@github.com:o/maptr" }] },
    ["--build-context", "upstream=git@github.com:o/maptr"],
  ],
  // Platforms
  ["a platform", { platforms: ["linux/amd64"] }, ["--platform", "linux/amd64"]],
  [
    "two platforms",
    { platforms: ["linux/amd64", "linux/arm64"] },
    ["--platform", "linux/amd64", "--platform", "linux/arm64"],
  ],
  // Outputs
  ["push instead of load", { push: true }, ["--tag", "ghcr.io/o/maptr:v1", "--push", "./images/maptr"]],
  ["push and load", { push: true, load: true }, ["--push", "--load", "./images/maptr"]],
  [
    "an archive instead of load",
    { outputs: ["type=oci,dest=o.tar"] },
    ["--output", "type=oci,dest=o.tar", "./images/maptr"],
  ],
  [
    "an archive beside load",
    { outputs: ["type=oci,dest=o.tar"], load: true },
    ["--load", "--output", "type=oci,dest=o.tar"],
  ],
  [
    "an archive beside push",
    { outputs: ["type=oci,dest=o.tar"], push: true },
    ["--push", "--output", "type=oci,dest=o.tar"],
  ],
  [
    "two archives",
    { outputs: ["type=tar,dest=a", "type=local,dest=b"] },
    ["--output", "type=tar,dest=a", "--output", "type=local,dest=b"],
  ],
  ["only the cache", { outputs: ["type=cacheonly"] }, ["--output", "type=cacheonly", "./images/maptr"]],
  [
    "by digest, the name has no tag",
    { pushByDigest: true },
    [
      "--metadata-file",
      "/tmp/x/metadata.json",
      "--output",
      "type=image,name=ghcr.io/o/maptr,push-by-digest=true,name-canonical=true,push=true",
    ],
  ],
  [
    "by digest to two repositories, each once",
    { pushByDigest: true, tags: ["a/x:1", "a/x:2", "b:5000/x"] },
    ["--output", 'type=image,"name=a/x,b:5000/x",push-by-digest=true,name-canonical=true,push=true'],
  ],
  [
    "by digest and loaded under its tag",
    { pushByDigest: true, load: true },
    ["--output", "type=docker,name=ghcr.io/o/maptr:v1"],
  ],
  // Compression
  [
    "zstd is OCI",
    { push: true, compression: zstd },
    ["--output", "type=image,push=true,oci-mediatypes=true,compression=zstd,compression-level=3"],
  ],
  [
    "zstd of the builder's level",
    { push: true, compression: { type: "zstd" } },
    ["--output", "type=image,push=true,oci-mediatypes=true,compression=zstd"],
  ],
  [
    "gzip as the builder's format",
    { push: true, compression: { type: "gzip", level: 9 } },
    ["--output", "type=image,push=true,compression=gzip,compression-level=9"],
  ],
  [
    "estargz is OCI",
    { push: true, compression: { type: "estargz" } },
    ["--output", "type=image,push=true,oci-mediatypes=true,compression=estargz"],
  ],
  [
    "uncompressed",
    { push: true, compression: { type: "uncompressed" } },
    ["--output", "type=image,push=true,compression=uncompressed"],
  ],
  [
    "the base's layers too",
    { push: true, compression: { ...zstd, force: true } },
    [
      "--output",
      "type=image,push=true,oci-mediatypes=true,compression=zstd,compression-level=3,force-compression=true",
    ],
  ],
  [
    "a level of 0",
    { push: true, compression: { type: "gzip", level: 0 } },
    ["--output", "type=image,push=true,compression=gzip,compression-level=0"],
  ],
  [
    "loaded",
    { compression: zstd },
    ["--output", "type=docker,compression=zstd,compression-level=3", "./images/maptr"],
  ],
  // Reproducible
  [
    "the time is an argument",
    { reproducible: { epoch: 1700000000 } },
    ["--build-arg", "SOURCE_DATE_EPOCH=1700000000"],
  ],
  ["time 0 is a time", { reproducible: { epoch: 0 } }, ["--build-arg", "SOURCE_DATE_EPOCH=0"]],
  [
    "files get the time too",
    { push: true, reproducible: { epoch: 1 } },
    ["--output", "type=image,push=true,oci-mediatypes=true,rewrite-timestamp=true"],
  ],
  ["in the engine", { reproducible: { epoch: 1 } }, ["--output", "type=docker,rewrite-timestamp=true"]],
  [
    "by digest, with zstd",
    { pushByDigest: true, reproducible: { epoch: 1 }, compression: zstd },
    [
      "--output",
      "type=image,name=ghcr.io/o/maptr,push-by-digest=true,name-canonical=true,push=true,oci-mediatypes=true,rewrite-timestamp=true,compression=zstd,compression-level=3",
    ],
  ],
  // Cache
  ["no cache option by default", {}, ["org.model-image-actions.model=maptr", "--metadata-file"]],
  ["cache off", { cache: { mode: "off" } }, ["org.model-image-actions.model=maptr", "--metadata-file"]],
  [
    "a registry's",
    { cache: registry },
    ["--cache-from", `type=registry,ref=${registry.ref}`, "--cache-to", cacheTo(registry.ref)],
  ],
  [
    "read only",
    { cache: { ...registry, write: false } },
    ["--cache-from", `type=registry,ref=${registry.ref}`, "--metadata-file"],
  ],
  [
    "the default branch's too",
    { cache: { ...registry, write: false, from: ["a/b:main"] } },
    ["--cache-from", `type=registry,ref=${registry.ref}`, "--cache-from", "type=registry,ref=a/b:main"],
  ],
  [
    "packed as the image is",
    { cache: registry, compression: { type: "gzip" } },
    ["--cache-to", cacheTo(registry.ref, "compression=gzip")],
  ],
  [
    "never forced",
    { cache: registry, compression: { ...zstd, force: true } },
    ["--cache-to", cacheTo(registry.ref)],
  ],
  [
    "GitHub's",
    { cache: { mode: "gha", scope: "maptr", write: true } },
    ["--cache-from", "type=gha,scope=maptr", "--cache-to", "type=gha,scope=maptr,mode=max,ignore-error=true"],
  ],
  [
    "GitHub's, read only",
    { cache: { mode: "gha", scope: "maptr", write: false, from: ["x"] } },
    ["--cache-from", "type=gha,scope=maptr", "--cache-from", "type=gha,scope=x", "--metadata-file"],
  ],
  [
    "a folder's",
    { cache: { mode: "local", folder: "/c", write: true } },
    [
      "--cache-from",
      "type=local,src=/c",
      "--cache-to",
      "type=local,dest=/c,mode=max,oci-mediatypes=true,image-manifest=true,compression=zstd,compression-level=3,ignore-error=true",
    ],
  ],
  [
    "a folder with a comma",
    { cache: { mode: "local", folder: "/a,b", write: false } },
    ["--cache-from", 'type=local,"src=/a,b"'],
  ],
  [
    "raw, as written",
    { cacheFrom: ["type=s3,bucket=b"], cacheTo: ["type=inline"] },
    ["--cache-from", "type=s3,bucket=b", "--cache-to", "type=inline"],
  ],
  [
    "raw beside typed",
    { cache: { ...registry, write: false }, cacheFrom: ["x/y"] },
    ["--cache-from", `type=registry,ref=${registry.ref}`, "--cache-from", "x/y"],
  ],
  ["nothing from the builder's", { noCache: true }, ["--no-cache"]],
  ["stages anew", { noCacheFilters: ["a", "b"] }, ["--no-cache-filter", "a", "--no-cache-filter", "b"]],
  ["newer bases", { pull: true }, ["--pull"]],
  // Secrets
  [
    "a secret of the environment",
    { secretEnvs: [{ id: "tok", variable: "HF_TOKEN" }] },
    ["--secret", "id=tok,type=env,env=HF_TOKEN"],
  ],
  [
    "a secret of a file",
    { secretFiles: [{ id: "tok", path: "/run/t" }] },
    ["--secret", "id=tok,type=file,src=/run/t"],
  ],
  [
    "a file with a comma",
    { secretFiles: [{ id: "t", path: "a,b" }] },
    ["--secret", 'id=t,type=file,"src=a,b"'],
  ],
  [
    "a file with a quote",
    { secretFiles: [{ id: "t", path: 'a"b' }] },
    ["--secret", 'id=t,type=file,"src=a""b"'],
  ],
  [
    "a file with a line end",
    { secretFiles: [{ id: "t", path: "a\nb" }] },
    ["--secret", 'id=t,type=file,"src=a\nb"'],
  ],
  [
    "a file with an outer blank",
    { secretFiles: [{ id: "t", path: "a " }] },
    ["--secret", 'id=t,type=file,"src=a "'],
  ],
  [
    "a file with an equal sign",
    { secretFiles: [{ id: "t", path: "a=b" }] },
    ["--secret", "id=t,type=file,src=a=b"],
  ],
  ["an agent", { ssh: [{ id: "default", paths: [] }] }, ["--ssh", "default"]],
  ["keys", { ssh: [{ id: "gh", paths: ["/a", "/b"] }] }, ["--ssh", "gh=/a,/b"]],
  // Attestations
  ["no provenance, said", {}, ["--provenance=false", "--sbom=false"]],
  ["no provenance, asked", { provenance: "off" }, ["--provenance=false"]],
  ["provenance", { provenance: "min" }, ["--provenance=mode=min"]],
  ["all of it", { provenance: "max", sbom: true }, ["--provenance=mode=max", "--sbom=true"]],
  ["another generator", { sbom: "docker/x:1" }, ["--sbom=generator=docker/x:1"]],
  ["a generator with a comma", { sbom: "a,b" }, ['--sbom="generator=a,b"']],
  ["an attestation", { attests: ["type=x,a=b"] }, ["--sbom=false", "--attest", "type=x,a=b", "--file"]],
  // More
  [
    "further options",
    { extra: ["--network=host", "--shm-size=2g"] },
    ["--network=host", "--shm-size=2g", "--metadata-file"],
  ],
])("%s", (_, change, expected) => {
  expect(`\0${buildArguments({ ...request, ...change }).join("\0")}\0`).toContain(
    `\0${expected.join("\0")}\0`,
  );
});

test.each<[string, Partial<BuildRequest>, string]>([
  ["a push loads nothing", { push: true }, "--load"],
  ["by digest there is no tag", { pushByDigest: true }, "--tag"],
  ["by digest is no plain push", { pushByDigest: true }, "--push"],
  ["an archive loads nothing", { outputs: ["type=oci,dest=x"] }, "--load"],
  ["a cache that is only read is not written", { cache: { ...registry, write: false } }, "--cache-to"],
  ["no cache, no option", { cache: { mode: "off" } }, "--cache-from"],
])("%s", (_, change, unwanted) => expect(buildArguments({ ...request, ...change })).not.toContain(unwanted));

test("a check builds nothing, and asks about the same Dockerfile", () => {
  const asked = checkArguments({
    ...request,
    push: true,
    builder: "b",
    cache: registry,
    platforms: ["linux/arm64"],
  });
  expect(asked).toEqual([
    ...[
      "buildx",
      "build",
      "--builder",
      "b",
      "--call",
      "check,format=json,ignorestatus=true",
      "--progress",
      "quiet",
    ],
    ...["--file", "./images/maptr/Dockerfile", "--target", "runtime"],
    ...["--build-context", "model-runtime=./images/runtime", "--platform", "linux/arm64", "./images/maptr"],
  ]);
});

test.each<[Partial<BuildRequest>, boolean, boolean]>([
  [{}, false, true],
  [{ push: true }, true, false],
  [{ pushByDigest: true }, true, false],
  [{ outputs: ["type=image,push=true"] }, true, false],
  [{ outputs: ["type=registry"] }, true, false],
  [{ outputs: ["type=oci,dest=push=true.tar"] }, false, false],
  [{ push: true, load: true }, true, true],
])("%j pushes: %s, loads: %s", (change, push, load) => {
  expect([pushes({ ...request, ...change }), loads({ ...request, ...change })]).toEqual([push, load]);
});

test("the cache lies beside the image", () => {
  expect(cacheReference("localhost:5000/o/maptr:v1", "maptr")).toBe("localhost:5000/o/maptr:cache-maptr");
  expect(cacheValues({ ...request, cache: registry, cacheTo: ["x"] }).to).toEqual([
    cacheTo(registry.ref),
    "x",
  ]);
});
