import { expect, test } from "vitest";
import { nvidiaAptKey } from "./nvidia-apt-key.ts";

test.each([
  ["pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel", "dead"],
  ["docker.io/pytorch/pytorch:1.11.0-cuda11.3-cudnn8-devel@sha256:00", "dead"],
  ["mirror.gcr.io/pytorch/pytorch:1.4-cuda10.1-cudnn7-devel", "dead"],
  ["pytorch/pytorch:1.12.0-cuda11.3-cudnn8-devel", "fine"],
  ["pytorch/pytorch:2.1.0-cuda12.1-cudnn8-devel", "fine"],
  ["pytorch/pytorch:1.9.1-cuda11.1-cudnn8-runtime", "fine"],
  ["pytorch/pytorch:latest", "unknown"],
  ["nvidia/cuda:11.1.1-cudnn8-devel-ubuntu20.04", "unknown"],
  ["nvcr.io/nvidia/pytorch:22.03-py3", "unknown"],
])("%s: %s", (reference, answer) => {
  expect(nvidiaAptKey(reference)).toBe(answer);
});
