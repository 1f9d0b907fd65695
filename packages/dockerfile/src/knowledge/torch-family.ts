import { cudaOfLabel, publicVersion } from "../pins/versions.ts";
import { rowOf } from "./row-of.ts";

/** What belongs to one torch. An empty list means not known, never "none". */
export interface TorchFamily {
  /** Without `+cu111`. */
  torch: string;
  /** The versions of torchvision and torchaudio that were built for exactly this torch. */
  torchvision: string[];
  torchaudio: string[];
  /** Labels it is known to be published with on download.pytorch.org. Not complete: one that is missing may exist. */
  labels: string[];
  /** The CUDA (x.y) of the wheel that plain `pip install torch==...` takes from PyPI on Linux x86-64. */
  pypiCuda: string | undefined;
}

/**
 * By torch: torchvision, torchaudio, labels, CUDA on PyPI. `-` is not known.
 * Sources, read 2026-11-23: torchvision and torchaudio: `Requires-Dist: torch==...` of their wheels on PyPI (from torchaudio
 * 2.11.0 and torchvision 0.29.1 on they no longer name one torch). What torch 1.10.0 and 2.0.0 have behind the comma, 1.8.2 and the labels: pytorch.org's page "Previous PyTorch
 * Versions", which does not list all. CUDA on PyPI: the nvidia-cuda-runtime that torch's wheel on PyPI requires, from 1.13 on;
 * before that the same page, where it says which CUDA a command without a label gives.
 */
const families: Record<string, string> = {
  "1.4.0": "0.5.0 0.4.0 cu92,cu101 10.1",
  "1.5.0": "0.6.0 0.5.0 cu92,cu101,cu102 10.2",
  "1.5.1": "0.6.1 0.5.1 cu92,cu101,cu102 10.2",
  "1.6.0": "0.7.0 0.6.0 cu92,cu101,cu102 10.2",
  "1.7.0": "0.8.0,0.8.1 0.7.0 cu92,cu101,cu102,cu110 10.2",
  "1.7.1": "0.8.2 0.7.2 cu92,cu101,cu102,cu110 10.2",
  "1.8.0": "0.9.0 0.8.0 cu102,cu111 10.2",
  "1.8.1": "0.9.1 0.8.1 cu101,cu102,cu111 -",
  "1.8.2": "0.9.2 0.8.2 cu102,cu111 -",
  "1.9.0": "0.10.0 0.9.0 cu102,cu111 -",
  "1.9.1": "0.10.1 0.9.1 cu102,cu111 -",
  "1.10.0": "0.11.1,0.11.0 0.10.0 cu102,cu111 -",
  "1.10.1": "0.11.2 0.10.1 cu102,cu111 -",
  "1.10.2": "0.11.3 0.10.2 - -",
  "1.11.0": "0.12.0 0.11.0 cu102,cu113 -",
  "1.12.0": "0.13.0 0.12.0 cu102,cu113,cu116 -",
  "1.12.1": "0.13.1 0.12.1 cu102,cu113,cu116 -",
  "1.13.0": "0.14.0 0.13.0 cu116,cu117 11.7",
  "1.13.1": "0.14.1 0.13.1 cu116,cu117 11.7",
  "2.0.0": "0.15.1,0.15.0 2.0.1,2.0.0 cu117,cu118 11.7",
  "2.0.1": "0.15.2 2.0.2 cu117,cu118 11.7",
  "2.1.0": "0.16.0 2.1.0 cu118,cu121 12.1",
  "2.1.1": "0.16.1 2.1.1 cu118,cu121 12.1",
  "2.1.2": "0.16.2 2.1.2 cu118,cu121 12.1",
  "2.2.0": "0.17.0 2.2.0 cu118,cu121 12.1",
  "2.2.1": "0.17.1 2.2.1 cu118,cu121 12.1",
  "2.2.2": "0.17.2 2.2.2 cu118,cu121 12.1",
  "2.3.0": "0.18.0 2.3.0 cu118,cu121 12.1",
  "2.3.1": "0.18.1 2.3.1 cu118,cu121 12.1",
  "2.4.0": "0.19.0 2.4.0 - 12.1",
  "2.4.1": "0.19.1 2.4.1 - 12.1",
  "2.5.0": "0.20.0 2.5.0 - 12.4",
  "2.5.1": "0.20.1 2.5.1 - 12.4",
  "2.6.0": "0.21.0 2.6.0 - 12.4",
  "2.7.0": "0.22.0 2.7.0 - 12.6",
  "2.7.1": "0.22.1 2.7.1 - 12.6",
  "2.8.0": "0.23.0 2.8.0 - 12.8",
  "2.9.0": "0.24.0 2.9.0 - 12.8",
  "2.9.1": "0.24.1 2.9.1 - 12.8",
  "2.10.0": "0.25.0 2.10.0 - 12.8",
  "2.11.0": "0.26.0 - - 13.0",
  "2.12.0": "0.27.0 - - 13.0",
  "2.12.1": "0.27.1 - - 13.0",
  "2.13.0": "0.28.0 - - 13.0",
  "2.14.0": "0.29.0 - - 13.0",
  "2.14.1": "- - - 13.0",
};

/** The family of a torch version (`1.9.1`, `1.9.1+cu111`); undefined where the table does not know it. */
export function torchFamily(version: string): TorchFamily | undefined {
  const torch = publicVersion(version);
  const row = rowOf(families, torch);
  if (row === undefined) return undefined;
  const [torchvision = [], torchaudio = [], labels = [], cuda = []] = row
    .split(" ")
    .map((list) => (list === "-" ? [] : list.split(",")));
  return { torch, torchvision, torchaudio, labels, pypiCuda: cuda[0] };
}

/** The torch versions that a torchvision or torchaudio was built for; empty where not known. */
export function torchOf(name: "torchvision" | "torchaudio", version: string): string[] {
  const wanted = publicVersion(version);
  return Object.keys(families).filter((torch) => torchFamily(torch)?.[name].includes(wanted));
}

/**
 * The capabilities the official pip wheels of a torch x.y hold machine code for, by CUDA. None of these builds has PTX. The
 * conda packages, and so pytorch/pytorch's images up to 2.4, differ: they add 6.1, and up to CUDA 11.8 `3.7+PTX`.
 * Source: TORCH_CUDA_ARCH_LIST in manywheel/build.sh and build_cuda.sh of pytorch/builder, branches lts/release/1.8 and
 * release/1.9 to release/2.5, read 2026-11-23.
 */
const kepler = "3.7 5.0 6.0 7.0";
const maxwell = "5.0 6.0 7.0 7.5 8.0 8.6";
const wheelCapabilities: [torch: string, labels: string, capabilities: string][] = [
  ["1.8 1.9 1.10 1.11 1.12", "cu92 cu101 cu102", kepler],
  ["1.8 1.9 1.10", "cu110", `${kepler} 7.5 8.0`],
  ["1.8 1.9 1.10 1.11 1.12 1.13 2.0", "cu111 cu112 cu113 cu115 cu116 cu117", `${kepler} 7.5 8.0 8.6`],
  ["2.0", "cu118", `${kepler} 7.5 8.0 8.6 9.0`],
  ["2.1 2.2 2.3 2.4 2.5", "cu118", `3.7 ${maxwell} 9.0`],
  ["2.1 2.2 2.3 2.4 2.5", "cu121", `${maxwell} 9.0`],
  ["2.4 2.5", "cu124", `${maxwell} 9.0`],
];

/** The capabilities (`8.6`) in the official wheel of torch `1.9.1` for CUDA `11.1`; undefined where not known. */
export function wheelCapabilitiesOf(torch: string, cuda: string): string[] | undefined {
  const minor = publicVersion(torch).split(".").slice(0, 2).join(".");
  const toolkit = cuda.split(".").slice(0, 2).join(".");
  const row = wheelCapabilities.find(
    ([torches, labels]) =>
      torches.split(" ").includes(minor) && labels.split(" ").some((label) => cudaOfLabel(label) === toolkit),
  );
  return row?.[2].split(" ");
}
