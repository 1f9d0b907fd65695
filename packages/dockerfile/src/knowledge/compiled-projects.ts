import { compareVersions } from "./version-order.ts";

/** A project whose CUDA operators torch's extension builder compiles. */
export interface CudaProject {
  name: string;
  /** Without a GPU in sight its setup.py leaves the operators out, unless FORCE_CUDA=1. */
  needsForce: boolean;
  /** Names on PyPI of which there are only sources there. */
  packages: readonly string[];
  /** The last part of its repository's URL, and so of the folder it is cloned into. */
  repository: string;
  /** The first release this row is true of: an older one decides in another way, or nobody looked. */
  since?: string;
  /** The first release that compiles nothing any more. */
  until?: string;
  /** The variable that switches the operators on and off, and the first release that has them on by itself. */
  operators?: { variable: string; onSince: string };
}

/**
 * Sources, read 2026-11-24: the setup.py of each project, at every tag there is and at the newest commit: open-mmlab/mmcv
 * v1.0.0 to v2.2.0 (MMCV_WITH_OPS is off before 2.0.0rc1; .github/workflows/publish-to-pypi.yml switches it on in the sources
 * of mmcv-full), open-mmlab/mmdetection3d v0.5.0 to v1.4.0, facebookresearch/detectron2 v0.1 to v0.6 and 02b5c4e2,
 * facebookresearch/pytorch3d v0.1.1 to v0.7.9, rusty1s/pytorch_scatter 2.0.2 to 2.1.2, pytorch_sparse 0.5.1 to 0.6.18 and
 * pytorch_cluster 1.5.2 to 1.6.3, mit-han-lab/torchsparse v1.1.0 to 385f5ce8, open-mmlab/OpenPCDet v0.1.0 to 8cacccec,
 * graphdeco-inria/diff-gaussian-rasterization at 59f5f77e. `packages`: the files of mmcv and mmcv-full on PyPI, no wheel in
 * 105 and 60 of them.
 * Left out on purpose: NVIDIA/apex (22.03 to 25.09) sets a list of its own where it sees no GPU; flash-attention 2
 * (v2.5.8 to v2.8.3) passes its own architectures.
 */
export const cudaProjects: readonly CudaProject[] = [
  {
    name: "MMCV",
    needsForce: true,
    packages: ["mmcv-full", "mmcv"],
    repository: "mmcv",
    since: "1.0.0",
    operators: { variable: "MMCV_WITH_OPS", onSince: "2.0.0rc1" },
  },
  { name: "mmdetection3d", needsForce: true, packages: [], repository: "mmdetection3d", until: "1.0.0rc1" },
  { name: "detectron2", needsForce: true, packages: [], repository: "detectron2" },
  { name: "pytorch3d", needsForce: true, packages: [], repository: "pytorch3d", since: "0.1.1" },
  { name: "torch-scatter", needsForce: true, packages: [], repository: "pytorch_scatter", since: "2.0.2" },
  { name: "torch-sparse", needsForce: true, packages: [], repository: "pytorch_sparse", since: "0.5.1" },
  { name: "torch-cluster", needsForce: true, packages: [], repository: "pytorch_cluster", since: "1.5.2" },
  { name: "torchsparse", needsForce: true, packages: [], repository: "torchsparse", since: "1.1.0" },
  { name: "OpenPCDet", needsForce: false, packages: [], repository: "OpenPCDet" },
  {
    name: "diff-gaussian-rasterization",
    needsForce: false,
    packages: [],
    repository: "diff-gaussian-rasterization",
  },
];

/** Whether a release compiles operators, as the table knows it. Without a release: whether every later one does. */
export function compiles({ since, until }: CudaProject, release: string | undefined): boolean {
  if (release === undefined) return until === undefined;
  const after = (than: string | undefined): number | undefined =>
    than === undefined ? undefined : compareVersions(release, than);
  return (after(since) ?? 0) >= 0 && (until === undefined || (after(until) ?? 0) < 0);
}
