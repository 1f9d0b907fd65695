import { expect, test } from "vitest";
import { gitSourceOfAdd, gitSourceOfPip, repositoryKey } from "./git-source.ts";
import { parseReference, registryOf, sourceName } from "./image-reference.ts";
import { agree, cudaOfLabel, cudaOfVersion, labelOfCuda, minorVersion } from "./versions.ts";

test.each([
  ["a", { image: "a", tag: undefined, digest: undefined }],
  ["docker.io/library/a:1", { image: "a", tag: "1", digest: undefined }],
  ["localhost:5000/a/b", { image: "localhost:5000/a/b", tag: undefined, digest: undefined }],
  ["h:5000/a:1@sha256:0", { image: "h:5000/a", tag: "1", digest: "sha256:0" }],
])("the parts of %s", (reference, parts) => {
  expect(parseReference(reference)).toEqual(parts);
});

test.each([
  ["a", "docker.io", "a"],
  ["docker.io/a/b:1", "docker.io", "a/b"],
  ["registry-1.docker.io/library/a", "docker.io", "a"],
  ["a/b@sha256:00", "docker.io", "a/b"],
  ["localhost/a", "localhost", "localhost/a"],
  ["h:5000/a:1", "h:5000", "h:5000/a"],
  ["nvcr.io/nvidia/cuda:1", "nvcr.io", "nvcr.io/nvidia/cuda"],
  ["mirror.gcr.io/pytorch/pytorch:1", "mirror.gcr.io", "pytorch/pytorch"],
  ["mirror.gcr.io/library/python:3.8", "mirror.gcr.io", "python"],
  ["public.ecr.aws/docker/library/python:3.8", "public.ecr.aws", "python"],
  ["public.ecr.aws/other/python:3.8", "public.ecr.aws", "public.ecr.aws/other/python"],
])("%s is served by %s and is %s", (reference, registry, source) => {
  expect([registryOf(reference), sourceName(reference)]).toEqual([registry, source]);
});

test("CUDA labels", () => {
  expect(["cu111", "cu92", "cu118", "cpu", "x"].map(cudaOfLabel)).toEqual([
    "11.1",
    "9.2",
    "11.8",
    undefined,
    undefined,
  ]);
  expect(cudaOfVersion("1.9.1+cu111")).toBe("11.1");
  expect(["11.1", "11.1.1"].map(labelOfCuda)).toEqual(["cu111", "cu111"]);
  expect(minorVersion("1.10.2+cu113")).toBe("1.10");
  expect([agree("11.1", "11.1.1"), agree("1.1", "1.10"), agree("1.9.1", "1.9.1")]).toEqual([
    true,
    false,
    true,
  ]);
});

test.each([
  ["https://github.com/a/b.git#c", "https://github.com/a/b.git", "c"],
  ["https://github.com/a/b.git#c:sub", "https://github.com/a/b.git", "c"],
  ["https://github.com/a/b.git#:sub", "https://github.com/a/b.git", undefined],
  ["https://github.com/a/b.git?ref=c", "https://github.com/a/b.git", "c"],
  ["git@github.com:a/b.git#c", "git@github.com:a/b.git", "c"],
  ["git://h/a#c", "git://h/a", "c"],
])("ADD %s", (text, repository, ref) => {
  expect(gitSourceOfAdd(text)).toEqual({ repository, ref });
});

test.each([["https://github.com/a/b/archive/c.tar.gz"], ["a.git"], ["/x.git"], ["https://h/a"]])(
  "ADD %s is no git tree",
  (text) => {
    expect(gitSourceOfAdd(text)).toBeUndefined();
  },
);

test("git trees of pip", () => {
  expect(gitSourceOfPip("git+https://u@h/a/b.git@v1#egg=b")).toEqual({
    repository: "https://u@h/a/b.git",
    ref: "v1",
  });
  expect(gitSourceOfPip("git+ssh://git@h/a/b")).toEqual({ repository: "ssh://git@h/a/b", ref: undefined });
});

test("one name for a repository", () => {
  const urls = [
    "https://GitHub.com/a/b",
    "git@github.com:a/b.git",
    "ssh://git@github.com/a/b.git/",
    "https://u:p@github.com/A/b",
  ];
  expect(new Set(urls.map(repositoryKey))).toEqual(new Set(["github.com/a/b"]));
});
