import { expect, test } from "vitest";
import { isEnvironmentKnown, mayComeFromOutside } from "./base-variables.ts";

test.each<[string, string | undefined, boolean]>([
  ["PATH", "ubuntu:22.04", true],
  ["http_proxy", "ubuntu:22.04", true],
  ["CUDA_VERSION", "nvidia/cuda:12.1.0-devel-ubuntu22.04", true],
  ["CUDA_VERSION", "nvcr.io/nvidia/cuda:12.1.0-devel-ubuntu22.04", true],
  ["CUDA_VERSION", "ubuntu:22.04", false],
  ["PYTHON_VERSION", "python:3.10", true],
  ["PYTHON_VERSION", "nvidia/cuda:12.1.0-devel-ubuntu22.04", false],
  ["CUDA_VERSION", "example.org/base:1", true],
  ["CUDA_VERSION", undefined, true],
  ["MODEL_DIR", "example.org/base:1", false],
  ["constructor", "constructor", false],
  ["ROS_DISTRO", "osrf/ros:humble-desktop", true],
  ["ROS_DISTRO", "ubuntu:22.04", false],
  ["NB_USER", "quay.io/jupyter/base-notebook:2024-05-27", true],
  ["CONDA_DIR", "jupyter/scipy-notebook:2024-05-27", true],
])("%s on %s may be set: %s", (name, base, expected) => {
  expect(mayComeFromOutside(name, base)).toBe(expected);
});

test.each<[string | undefined, boolean]>([
  ["ubuntu:22.04", true],
  ["nvcr.io/nvidia/cuda:12.1.0-devel-ubuntu22.04", true],
  ["pytorch/pytorch:2.0.1-cuda11.7-cudnn8-devel", true],
  ["jupyter/base-notebook:2024-05-27", false],
  ["example.org/base:1", false],
  ["toString", false],
  [undefined, false],
])("everything that %s sets is known: %s", (base, expected) => {
  expect(isEnvironmentKnown(base)).toBe(expected);
});
