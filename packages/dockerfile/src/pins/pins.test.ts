import { expect, test } from "vitest";
import { baseFacts } from "./base-facts.ts";
import { gitSourceOfAdd, gitSourceOfPip, repositoryKey } from "./git-source.ts";
import { parseReference } from "./image-reference.ts";
import { agree, cudaOfLabel, cudaOfVersion, labelOfCuda, minorVersion } from "./versions.ts";

test.each([
  ["pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel", { torch: "1.9.1", cuda: "11.1", flavor: "devel" }],
  [
    "docker.io/pytorch/pytorch:2.1.0-cuda12.1-cudnn8-runtime@sha256:00",
    { torch: "2.1.0", cuda: "12.1", flavor: "runtime" },
  ],
  ["pytorch/pytorch:latest", undefined],
  ["nvidia/cuda:11.1.1-cudnn8-devel-ubuntu20.04", undefined],
  ["example.org/pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel", undefined],
])("the facts in %s", (reference, facts) => {
  expect(baseFacts(reference)).toEqual(facts);
});

test.each([
  ["a", { image: "a", tag: undefined, digest: undefined }],
  ["docker.io/library/a:1", { image: "a", tag: "1", digest: undefined }],
  ["localhost:5000/a/b", { image: "localhost:5000/a/b", tag: undefined, digest: undefined }],
  ["h:5000/a:1@sha256:0", { image: "h:5000/a", tag: "1", digest: "sha256:0" }],
])("the parts of %s", (reference, parts) => {
  expect(parseReference(reference)).toEqual(parts);
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
