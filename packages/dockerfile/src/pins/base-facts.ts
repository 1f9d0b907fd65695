import { foundInstead, nvcrImage, pytorchImage, runpodImage } from "../knowledge/base-images.ts";
import { rowOf } from "../knowledge/row-of.ts";
import { parseReference, sourceName } from "./image-reference.ts";

/** What is known about a base image. What is missing is not known. */
export interface BaseFacts {
  /** Public version: `1.9.1`. */
  torch?: string;
  /** x.y or x.y.z, as the tag says it. */
  cuda?: string;
  /** Major version: `8`; where the tag only says that there is one, missing. */
  cudnn?: string;
  /** x.y of the `python` that is first on PATH. */
  python?: string;
  /** As NVIDIA's tags write it: `ubuntu20.04`, `rockylinux8`; `debian12`, `alpine3.20`. */
  os?: string;
  /** `devel` has nvcc, `runtime` and `base` have not. */
  flavor?: "devel" | "runtime" | "base";
  /** Where torch and CUDA come from: written in the tag, or from what is known about that tag. */
  source: "tag" | "table";
  /** Users found another torch in the image than its tag says; where they say so. A hint to look, not a fact to judge by. */
  doubt?: { torch: string; source: string };
}

type Facts = Omit<BaseFacts, "source" | "doubt">;

/** The facts in an image's tag, and those known about that tag; undefined where there is none: nothing is guessed. */
export function baseFacts(reference: string): BaseFacts | undefined {
  const { tag = "" } = parseReference(reference);
  const image = sourceName(reference);
  if (image === "nvcr.io/nvidia/pytorch") {
    const known = nvcrImage(/^(\d\d\.\d\d)-py3$/.exec(tag)?.[1] ?? "");
    return known && { ...known, source: "table" };
  }
  const facts = rowOf(readers, image)?.(tag.slice(0, 200)) ?? ofManylinux(image, tag);
  if (!facts || Object.keys(facts).length === 0) return undefined;
  const doubt = foundInstead(`${image}:${tag}`);
  return { ...facts, source: "tag", ...(doubt && { doubt }) };
}

const readers: Record<string, (tag: string) => Facts | undefined> = {
  "pytorch/pytorch": ofPytorch,
  "nvidia/cuda": ofCuda,
  "nvidia/cudagl": ofCuda,
  "nvcr.io/nvidia/cuda": ofCuda,
  "nvcr.io/nvidia/cudagl": ofCuda,
  "runpod/pytorch": ofRunpod,
  "runpod/base": ofRunpod,
  python: ofPython,
  ubuntu: (tag) => releaseOf("ubuntu", tag),
  debian: (tag) => releaseOf("debian", tag),
};

/** `1.9.1-cuda11.1-cudnn8-devel` */
function ofPytorch(tag: string): Facts | undefined {
  const match = /^(\d+\.\d+(?:\.\d+)?)-cuda(\d+(?:\.\d+)?)-cudnn(\d+)-(devel|runtime)$/.exec(tag);
  if (!match) return undefined;
  const [, torch = "", cuda = "", cudnn = "", flavor] = match;
  return { torch, cuda, cudnn, flavor: flavor as "devel" | "runtime", ...pytorchImage(torch, cuda) };
}

/** `11.1.1-cudnn8-devel-ubuntu20.04`, `12.4.1-devel-rockylinux8`, `10.2-base` */
function ofCuda(tag: string): Facts | undefined {
  const match = /^(\d+\.\d+(?:\.\d+)?)(?:-cudnn(\d+)?)?-(devel|runtime|base)(?:-([a-z]+[\d.]+))?$/.exec(tag);
  if (!match) return undefined;
  const [, cuda = "", cudnn, flavor, os] = match;
  return { cuda, ...(cudnn && { cudnn }), flavor: flavor as "devel" | "runtime" | "base", ...(os && { os }) };
}

/** `2.4.0-py3.11-cuda12.4.1-devel-ubuntu22.04`, and since 2025 `1.0.3-cu1290-torch260-ubuntu2204`. */
function ofRunpod(tag: string): Facts | undefined {
  const long =
    /^(\d+\.\d+\.\d+)-py(\d+\.\d+)-cuda(\d+\.\d+(?:\.\d+)?)(?:-(devel|runtime))?(?:-([a-z]+[\d.]+))?$/.exec(
      tag,
    );
  if (long) {
    const [, torch = "", python = "", cuda = "", flavor, os] = long;
    return { torch, cuda, python, ...(flavor && { flavor: flavor as "devel" }), ...(os && { os }) };
  }
  const short = /^(\d+\.\d+\.\d+)-cu(\d\d)(\d)(\d)(?:-torch(\d)(\d{1,2})(\d))?-ubuntu(\d\d)(\d\d)$/.exec(tag);
  if (!short) return undefined;
  const [, release = "", major, minor, patch, ...rest] = short;
  const [torchMajor, torchMinor, torchPatch, year, month] = rest;
  return {
    ...(torchMajor && { torch: `${torchMajor}.${torchMinor}.${torchPatch}` }),
    cuda: `${major}.${minor}.${patch}`,
    os: `ubuntu${year}.${month}`,
    ...runpodImage(release),
  };
}

/** `3.8`, `3.8.18-slim-bullseye`, `3.11-alpine3.20` */
function ofPython(tag: string): Facts | undefined {
  const match = /^(\d+\.\d+)(?:\.\d+)?(?:(?:rc|a|b)\d+)?(?:-(.+))?$/.exec(tag);
  if (!match) return undefined;
  const variant = (match[2] ?? "").replace(/^slim-?/, "");
  return {
    python: match[1] ?? "",
    ...(/^alpine/.test(variant) ? alpineOf(variant) : releaseOf("debian", variant)),
  };
}

function alpineOf(variant: string): Facts {
  const version = /^alpine(\d+\.\d+)$/.exec(variant)?.[1];
  return version === undefined ? {} : { os: `alpine${version}` };
}

/**
 * Code names never change their release. packages.ubuntu.com shows focal, jammy and noble with their numbers (read 2026-11-24);
 * the others are general knowledge, not checked at a source.
 */
const codeNames: Record<string, string> = {
  xenial: "ubuntu16.04",
  bionic: "ubuntu18.04",
  focal: "ubuntu20.04",
  jammy: "ubuntu22.04",
  noble: "ubuntu24.04",
  buster: "debian10",
  bullseye: "debian11",
  bookworm: "debian12",
  trixie: "debian13",
};

/** `22.04`, `jammy-20240530`, `bookworm-slim`, `12.5` */
function releaseOf(name: "ubuntu" | "debian", tag: string): Facts {
  const [word = ""] = tag.split("-");
  const named = rowOf(codeNames, word);
  if (named !== undefined) return named.startsWith(name) ? { os: named } : {};
  if (name === "ubuntu") return /^\d\d\.\d\d$/.test(word) ? { os: `ubuntu${word}` } : {};
  const major = /^(\d{1,2})(?:\.\d+)?$/.exec(word)?.[1];
  return major === undefined ? {} : { os: `debian${major}` };
}

/** `pytorch/manylinux-cuda118`, `pytorch/manylinux2_28-builder:cuda12.4`, `pytorch/conda-builder:cuda11.8`; many Pythons. */
function ofManylinux(image: string, tag: string): Facts | undefined {
  const inName = /^pytorch\/(?:manylinux|conda)-cuda(\d{1,2})(\d)$/.exec(image);
  if (inName) return { cuda: `${inName[1]}.${inName[2]}`, flavor: "devel" };
  const isBuilder = /^pytorch\/(?:manylinux(?:2_28)?|conda|libtorch-cxx11)-builder$/.test(image);
  const inTag = isBuilder ? /^cuda(\d+\.\d+)(?:-|$)/.exec(tag) : null;
  return inTag ? { cuda: inTag[1] ?? "", flavor: "devel" } : undefined;
}

/** `torch 1.9.1 and CUDA 11.1`: what is known of the two, in words. */
export function inWords({ torch, cuda }: Pick<BaseFacts, "torch" | "cuda">): string {
  return [torch && `torch ${torch}`, cuda && `CUDA ${cuda}`].filter(Boolean).join(" and ");
}

/**
 * Public images that run as root and bring no user of their own: their Dockerfiles say neither USER nor useradd (pytorch/pytorch
 * at f658b151 and 01343dcd, docker-library/python 3.12/slim-bookworm at 01ba658c, copies of NVIDIA's dist/ folders of 11.1.1 and
 * 12.4.1, read 2026-11-24). Of debian it is general knowledge. Those on Ubuntu 24.04 have Ubuntu's own `ubuntu`.
 */
const plainRootImages = new Set(["scratch", "debian", "nvidia/cuda", "python", "pytorch/pytorch"]);

/**
 * True where the image is known to bring Ubuntu's own user `ubuntu` with uid 1000, as Ubuntu 24.04 does: `useradd --uid 1000`
 * fails there. Sources: https://bugs.launchpad.net/cloud-images/+bug/2005129, https://github.com/jupyterhub/repo2docker/issues/1346
 * (ubuntu:24.04 prints it); NVIDIA's images are built FROM ubuntu and take nobody out.
 */
export function hasUbuntuUser(reference: string): boolean {
  const isKnown = /^(?:ubuntu|(?:nvcr\.io\/)?nvidia\/cuda)$/.test(sourceName(reference));
  return isKnown && baseFacts(reference)?.os === "ubuntu24.04";
}

/** True where the image is known to run as root and to bring no user of its own; false means not known. */
export function isPlainRootImage(reference: string): boolean {
  return plainRootImages.has(sourceName(reference));
}
