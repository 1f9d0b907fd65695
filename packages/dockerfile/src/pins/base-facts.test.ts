import { expect, test } from "vitest";
import { baseFacts } from "./base-facts.ts";

/** Grammars: the tags on Docker Hub, nvcr.io and in runpod/containers. What the tag does not say: knowledge/base-images.ts. */
test.each([
  [
    "docker.io/pytorch/pytorch:2.1.0-cuda11.8-cudnn8-runtime@sha256:00",
    { torch: "2.1.0", cuda: "11.8", cudnn: "8", python: "3.10", flavor: "runtime", source: "tag" },
  ],
  [
    "mirror.gcr.io/pytorch/pytorch:1.9.0-cuda11.1-cudnn8-devel",
    {
      torch: "1.9.0",
      cuda: "11.1",
      cudnn: "8",
      python: "3.7",
      os: "ubuntu18.04",
      flavor: "devel",
      source: "tag",
    },
  ],
  [
    "pytorch/pytorch:2.9.0-cuda12.8-cudnn9-devel",
    { torch: "2.9.0", cuda: "12.8", cudnn: "9", flavor: "devel", source: "tag" },
  ],
  [
    "pytorch/pytorch:1.0-cuda10.0-cudnn7-devel",
    { torch: "1.0", cuda: "10.0", cudnn: "7", flavor: "devel", source: "tag" },
  ],
  // Python 3.8 with CUDA 11.1; with 10.2 users saw 3.7.
  [
    "pytorch/pytorch:1.8.1-cuda10.2-cudnn7-devel",
    { torch: "1.8.1", cuda: "10.2", cudnn: "7", flavor: "devel", source: "tag" },
  ],
  [
    "nvidia/cuda:11.1.1-cudnn8-devel-ubuntu20.04",
    { cuda: "11.1.1", cudnn: "8", flavor: "devel", os: "ubuntu20.04", source: "tag" },
  ],
  [
    "nvcr.io/nvidia/cuda:12.4.1-cudnn-devel-ubuntu22.04",
    { cuda: "12.4.1", flavor: "devel", os: "ubuntu22.04", source: "tag" },
  ],
  [
    "nvidia/cuda:12.4.1-devel-rockylinux8",
    { cuda: "12.4.1", flavor: "devel", os: "rockylinux8", source: "tag" },
  ],
  ["nvidia/cuda:10.2-base", { cuda: "10.2", flavor: "base", source: "tag" }],
  [
    "nvidia/cudagl:11.3.0-devel-ubuntu20.04",
    { cuda: "11.3.0", flavor: "devel", os: "ubuntu20.04", source: "tag" },
  ],
  [
    "runpod/pytorch:2.4.0-py3.11-cuda12.4.1-devel-ubuntu22.04",
    { torch: "2.4.0", cuda: "12.4.1", python: "3.11", flavor: "devel", os: "ubuntu22.04", source: "tag" },
  ],
  [
    "runpod/pytorch:1.0.3-cu1290-torch260-ubuntu2204",
    { torch: "2.6.0", cuda: "12.9.0", python: "3.12", flavor: "devel", os: "ubuntu22.04", source: "tag" },
  ],
  [
    "runpod/pytorch:1.0.7-cu1300-torch2100-ubuntu2404",
    { torch: "2.10.0", cuda: "13.0.0", python: "3.12", flavor: "devel", os: "ubuntu24.04", source: "tag" },
  ],
  ["runpod/base:0.6.3-cu1241-ubuntu2204", { cuda: "12.4.1", os: "ubuntu22.04", source: "tag" }],
  [
    "nvcr.io/nvidia/pytorch:22.12-py3",
    { torch: "1.14", cuda: "11.8", python: "3.8", os: "ubuntu20.04", flavor: "devel", source: "table" },
  ],
  ["nvcr.io/nvidia/pytorch:23.01-py3", { torch: "1.14", python: "3.8", flavor: "devel", source: "table" }],
  ["python:3.8.18-slim-bullseye", { python: "3.8", os: "debian11", source: "tag" }],
  ["public.ecr.aws/docker/library/python:3.10", { python: "3.10", source: "tag" }],
  ["python:3.11-alpine3.20", { python: "3.11", os: "alpine3.20", source: "tag" }],
  ["ubuntu:20.04", { os: "ubuntu20.04", source: "tag" }],
  ["ubuntu:jammy-20240530", { os: "ubuntu22.04", source: "tag" }],
  ["debian:bookworm-slim", { os: "debian12", source: "tag" }],
  ["debian:12.5", { os: "debian12", source: "tag" }],
  ["pytorch/manylinux-cuda118", { cuda: "11.8", flavor: "devel", source: "tag" }],
  ["pytorch/manylinux2_28-builder:cuda12.4", { cuda: "12.4", flavor: "devel", source: "tag" }],
])("the facts in %s", (reference, facts) => {
  expect(baseFacts(reference)).toEqual(facts);
});

test.each([
  ["pytorch/pytorch"],
  ["pytorch/pytorch:latest"],
  ["pytorch/pytorch@sha256:00"],
  ["pytorch/pytorch:2.1.0-devel"],
  ["example.org/pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel"],
  ["nvidia/cuda:latest"],
  ["nvidia/cuda:11.8.0"],
  ["nvcr.io/nvidia/pytorch:99.01-py3"],
  ["nvcr.io/nvidia/pytorch:22.12"],
  ["rocm/pytorch:rocm6.0_ubuntu20.04_py3.9_pytorch_2.1.1"],
  ["ubuntu:latest"],
  ["debian:jammy"],
  ["debian:constructor"],
  ["constructor:1"],
  ["python:latest"],
  ["scratch"],
  [`pytorch/pytorch:${"1.".repeat(500_000)}`],
])("nothing is known of %.60s", (reference) => {
  const start = performance.now();
  expect(baseFacts(reference)).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(200);
});

/** pytorch/pytorch issue 69685: users found 1.10.0 in it. */
test("an image that users found to be another than its tag says", () => {
  expect(baseFacts("docker.io/pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel")).toMatchObject({
    torch: "1.9.1",
    python: "3.7",
    doubt: { torch: "1.10.0" },
  });
  expect(baseFacts("pytorch/pytorch:1.9.1-cuda11.1-cudnn8-runtime")?.doubt).toBeUndefined();
});
