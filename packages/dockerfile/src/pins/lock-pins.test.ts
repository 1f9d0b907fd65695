import { parseModel } from "@mia/catalog";
import type { LockPins } from "@mia/catalog/lock";
import { expect, test } from "vitest";
import { hasModel, readImage } from "../image.ts";
import { lockPins } from "./lock-pins.ts";

const commit = "a6872d8d9670bde17b4b01560f1221f88b443d55";
const modelText = `schema: model/v1
slug: tiny
name: Tiny
summary: A model for tests.
upstream: {repository: "https://github.com/o/lanes", commit: ${commit}, branch: main, licence: MIT}
sources: []
base:
  image: pytorch/pytorch
  tag: 1.9.1-cuda11.1-cudnn8-devel
  digest: null
  digestReason: a test looks up none
environment: {python: "3.8", cuda: "11.1"}
packages: {torch: 1.9.1+cu111, einops: 0.6.0}
mmcvFindLinks: https://download.openmmlab.com/mmcv/dist/cu111/torch1.9.0/index.html
config: /app/x.py
outputs: [{family: vectorized-map, expect: {}}]
checkpoint: {url: "https://example.org/x.pth", sha256: null, sha256Reason: a test has none, licence: none}
dataset: {name: none, licence: none}
gpu: {computeCapability: {min: "7.0", max: "8.9"}, reason: a test, memoryMiB: 1}
smoke: {timeoutSeconds: 1, killGraceSeconds: 1, memoryMiB: 1, shmMiB: 1}
`;

function pinsOf(dockerfile: string, requirements = ""): LockPins {
  const parsed = parseModel(modelText);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const source = {
    folder: "images/tiny",
    dockerfile: { path: "images/tiny/Dockerfile", text: dockerfile },
    modelFile: { path: "images/tiny/model.yaml", text: modelText },
    requirements: [{ path: "images/tiny/requirements.txt", text: requirements }],
  };
  const image = readImage(source, parsed.model);
  if (!hasModel(image)) throw new Error("no model");
  return lockPins(image);
}

const base = "FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel AS base\n";

test("what two files name is one pin with two places", () => {
  const { bases, sources } = pinsOf(`${base}ADD https://github.com/o/lanes.git#${commit} /lanes\n`);
  expect(bases).toEqual([
    {
      image: "pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel",
      locations: [
        expect.objectContaining({ file: "images/tiny/Dockerfile", line: 1 }),
        expect.objectContaining({ file: "images/tiny/model.yaml", line: 9 }),
      ],
    },
  ]);
  expect(sources).toMatchObject([{ repository: "https://github.com/o/lanes", ref: commit }]);
  expect(sources[0]?.locations.map(({ file, line }) => `${file}:${line}`)).toEqual([
    "images/tiny/Dockerfile:2",
    "images/tiny/model.yaml:5",
  ]);
});

test.each([
  ["FROM debian:12", ["debian:12"]],
  ["FROM docker.io/library/debian", ["debian:latest"]],
  [`FROM debian:12@sha256:${"c".repeat(64)}`, ["debian:12"]],
  ["FROM scratch\nCOPY --from=ghcr.io/o/tools:1 /a /a", ["ghcr.io/o/tools:1"]],
  ["# syntax=docker/dockerfile:1\nFROM scratch", ["docker/dockerfile:1"]],
  ["FROM debian:12 AS a\nFROM a\nCOPY --from=a /x /x\nCOPY --from=model-runtime /x /x", ["debian:12"]],
])("the images of %j", (dockerfile, images) => {
  const named = pinsOf(dockerfile).bases.filter(({ locations: [place] }) =>
    place?.file.endsWith("Dockerfile"),
  );
  expect(named.map(({ image }) => image)).toEqual(images);
});

test("a digest in the Dockerfile is kept", () => {
  const digest = `sha256:${"c".repeat(64)}`;
  expect(pinsOf(`FROM debian:12@${digest}`).bases[0]).toMatchObject({ image: "debian:12", digest });
});

test("what the build's caller decides is unknown", () => {
  expect(pinsOf("ARG BASE\nFROM $BASE\n").unknown).toMatchObject([{ location: { line: 2 } }]);
});

test("packages of files, of commands, and those that model.yaml alone names", () => {
  const { packages } = pinsOf(
    `${base}RUN pip install ninja==1.11.1\nRUN pip install --no-index local==1.0\n`,
    "torch==1.9.1+cu111\nnumpy>=1.19\n-e /src/own\ngit+https://github.com/o/x@main\n",
  );
  expect(packages.map(({ name, version }) => `${name} ${version}`)).toEqual([
    "torch 1.9.1+cu111",
    "numpy null",
    "ninja 1.11.1",
    "einops 0.6.0",
  ]);
});

test.each([
  [
    "grep -vE '^(mmdet3d|Own_Ops)==' r.txt > i.txt && pip wheel -r i.txt\nRUN pip wheel /src/own",
    ["mmdet3d", "own-ops"],
  ],
  ["grep -v '^mmdet3d==' r.txt > i.txt && cd ops && python setup.py bdist_wheel", ["mmdet3d"]],
  ["grep -E '^(mmdet3d)==' r.txt > i.txt && pip wheel /src/own", []],
  ["grep -vE '^(mmdet3d)==' r.txt > i.txt && pip wheel -r i.txt", []],
  ["grep -vE 'mmdet.*' r.txt > i.txt && pip wheel /src/own", []],
])("of %j the wheels of %j are built", (command, names) => {
  const { packages } = pinsOf(`${base}RUN ${command}\n`, "mmdet3d==1.0\nown.ops==1.0\nnumpy==1.19.5\n");
  expect(
    packages.filter(({ built }) => built).map(({ name }) => name.toLowerCase().replace(".", "-")),
  ).toEqual(names);
});

test("pages of links, and what may only be a wheel", () => {
  const command =
    "pip wheel --only-binary=torch --find-links https://download.pytorch.org/whl/torch_stable.html --find-links=/wheels -r r.txt";
  const pins = pinsOf(`${base}RUN ${command}\n`, "torch==1.9.1+cu111\nnumpy==1.19.5\n");
  expect(pins.wheelPages).toEqual([
    "https://download.pytorch.org/whl/torch_stable.html",
    "https://download.openmmlab.com/mmcv/dist/cu111/torch1.9.0/index.html",
  ]);
  expect(pins.packages.filter(({ wheelOnly }) => wheelOnly).map(({ name }) => name)).toEqual(["torch"]);
});

test.each([
  ["FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel", "manylinux_2_27_x86_64"],
  ["FROM ubuntu:22.04 AS a\nFROM a", "manylinux_2_35_x86_64"],
  ["FROM ghcr.io/nobody/knows:1", "manylinux_2_17_x86_64"],
])("wheels in %j", (dockerfile, platform) => {
  expect(pinsOf(dockerfile).platform).toBe(platform);
});
