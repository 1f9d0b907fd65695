import { rowOf } from "./row-of.ts";
import { compareVersions } from "./version-order.ts";

/** What base images hold that their tags do not say. Rows that nobody could source are missing, and that means unknown. */

export interface TableFacts {
  torch?: string;
  cuda?: string;
  python?: string;
  os?: string;
  flavor?: "devel";
}

/**
 * pytorch/pytorch by the torch (and where they differ the CUDA) of the tag: python, os.
 * Sources, read 2026-11-23: pytorch/pytorch issues 42604 (1.6.0), 68901 (1.7.1, 1.10.0), 60932 (1.8.1 with CUDA 11.1, 1.9.0),
 * 69685 (1.9.1), 73714 (1.11.0, 1.12.0); k2-fsa/icefall docker/*.dockerfile (1.12.1, 1.13.0, 2.0.0 to 2.3.1);
 * opentensor/bittensor pull request 1089 (1.13.1); rlan/notebooks build/ (2.5.1, 2.6.0, 2.8.0). Not found: 2.4, 2.7, 2.9 on.
 * os: issue 69685 (1.9.1, 1.10.0), docker.Makefile at 04da8a0f (1.13).
 */
const pytorch: Record<string, string> = {
  "1.6.0": "3.7",
  "1.7.1": "3.8",
  "1.8.1 11.1": "3.8",
  "1.9.0": "3.7 ubuntu18.04",
  "1.9.1": "3.7 ubuntu18.04",
  "1.10.0": "3.7 ubuntu18.04",
  "1.11.0": "3.8",
  "1.12.0": "3.7",
  "1.12.1": "3.7",
  "1.13.0": "3.9 ubuntu18.04",
  "1.13.1": "3.10 ubuntu18.04",
  "2.0.0": "3.10",
  "2.1.0": "3.10",
  "2.2.0": "3.10",
  "2.2.1": "3.10",
  "2.2.2": "3.10",
  "2.3.1": "3.10",
  "2.5.1": "3.11",
  "2.6.0": "3.11",
  "2.8.0": "3.11",
};

/**
 * nvcr.io/nvidia/pytorch by YY.MM: torch x.y (a preview of it: NVIDIA builds from the development branch), CUDA x.y, python, os.
 * Sources, read 2026-11-23: NVIDIA's release notes of 25.12; lablup/backend.ai-kernels vendor/ngc-pytorch, which names the
 * four in its files and labels (23.01 on; only what its own entries agree on); for 22.12 what users print, in many places.
 */
const nvcr: Record<string, string> = {
  "22.12": "1.14 11.8 3.8 ubuntu20.04",
  "23.01": "1.14 - 3.8 -",
  "23.02": "1.14 - 3.8 -",
  "23.05": "2.0 12.1 3.10 ubuntu22.04",
  "23.06": "- 12.1 3.10 ubuntu22.04",
  "23.07": "2.1 12.1 3.10 ubuntu22.04",
  "23.09": "2.1 12.2 3.10 ubuntu22.04",
  "23.12": "2.2 12.3 3.10 ubuntu22.04",
  "24.01": "2.2 12.3 3.10 ubuntu22.04",
  "24.02": "2.3 12.3 3.10 ubuntu22.04",
  "24.03": "2.3 12.3 3.10 ubuntu22.04",
  "24.04": "2.3 12.4 3.10 ubuntu22.04",
  "24.07": "2.4 12.5 3.10 ubuntu22.04",
  "24.09": "2.5 12.6 3.10 ubuntu22.04",
  "24.10": "2.5 12.6 3.10 ubuntu22.04",
  "24.12": "2.6 12.6 3.12 ubuntu24.04",
  "25.01": "2.6 12.8 3.12 ubuntu24.04",
  "25.03": "2.7 12.8 3.12 ubuntu24.04",
  "25.05": "2.8 12.9 3.12 ubuntu24.04",
  "25.08": "2.8 13.0 3.12 ubuntu24.04",
  "25.09": "2.9 13.0 3.12 ubuntu24.04",
  "25.10": "2.9 13.0 3.12 ubuntu24.04",
  "25.11": "2.10 13.0 3.12 ubuntu24.04",
  "25.12": "2.10 13.1 3.12 ubuntu24.04",
  "26.03": "2.11 13.2 3.12 ubuntu24.04",
  "26.06": "2.13 13.3 3.12 ubuntu24.04",
};

/**
 * The `python3` that apt installs, by OS. Sources, read 2026-11-24 in stored copies: packages.ubuntu.com/{focal,jammy,noble}/python3
 * and packages.debian.org/src:python3-defaults (11 to 13). Ubuntu 16.04 and 18.04 and Debian 10 are no longer listed there: those
 * three rows are general knowledge, not checked at a source.
 */
const systemPythons: Record<string, string> = {
  "ubuntu16.04": "3.5",
  "ubuntu18.04": "3.6",
  "ubuntu20.04": "3.8",
  "ubuntu22.04": "3.10",
  "ubuntu24.04": "3.12",
  debian10: "3.7",
  debian11: "3.9",
  debian12: "3.11",
  debian13: "3.13",
};

export function pytorchImage(torch: string, cuda: string): TableFacts {
  return read(["python", "os"], rowOf(pytorch, torch) ?? rowOf(pytorch, `${torch} ${cuda}`));
}

export function nvcrImage(release: string): TableFacts | undefined {
  const row = rowOf(nvcr, release);
  return row === undefined ? undefined : { ...read(["torch", "cuda", "python", "os"], row), flavor: "devel" };
}

/**
 * runpod/pytorch and runpod/base by their release (`1.0.3`): on CUDA's devel images since 0.7.0; `python` has been 3.12 since 1.0.1.
 * Source: runpod/containers, official-templates/base/docker-bake.hcl and Dockerfile with the releases of shared/versions.hcl.
 */
export function runpodImage(release: string): TableFacts {
  const since = (version: string) => (compareVersions(release, version) ?? -1) >= 0;
  const python = since("1.0.1") && !since("1.1.0") ? "3.12" : undefined;
  return { ...(since("0.7.0") && { flavor: "devel" }), ...(python && { python }) };
}

/** The Python that `apt-get install python3` gives: `3.8` on `ubuntu20.04`; undefined where not known. */
export function systemPython(os: string): string | undefined {
  return rowOf(systemPythons, os);
}

function read(names: readonly ("torch" | "cuda" | "python" | "os")[], row = ""): TableFacts {
  const words = row.split(" ");
  return Object.fromEntries(
    names.flatMap((name, at) => {
      const word = words[at];
      return word && word !== "-" ? [[name, word]] : [];
    }),
  );
}

/**
 * Tags whose contents users found to be other than the tag says. The tag stays what facts are taken from: nobody knows
 * whether an image was pushed again.
 * Sources: pytorch/pytorch issues 69685 and 72784 (open, read 2026-11-23): the devel image pushed by hand on 2021-11-08
 * (issue 67966) holds the conda package pytorch 1.10.0 py3.7_cuda11.1_cudnn8.0.5_0.
 */
const doubtful: Record<string, { torch: string; source: string }> = {
  "pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel": {
    torch: "1.10.0",
    source: "https://github.com/pytorch/pytorch/issues/69685",
  },
};

/** What users found in an image instead of what its tag says, by the image's name and tag; undefined where nothing is known. */
export function foundInstead(nameAndTag: string): { torch: string; source: string } | undefined {
  return rowOf(doubtful, nameAndTag);
}
