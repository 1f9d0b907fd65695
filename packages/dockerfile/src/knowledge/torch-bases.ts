import { minorVersion } from "../pins/versions.ts";

/**
 * Bases to name where an image has to move to another torch: tags of pytorch/pytorch, each with `-devel` and `-runtime` behind
 * it. Far from all there are: for each MMCV index that has one, a tag that at least ten public Dockerfiles and documents name
 * (string search over public repositories, read 2026-11-24), 1.9.0 and 1.9.1 because this project's own images build on them.
 */
const tags =
  `1.7.1-cuda11.0-cudnn8 1.8.1-cuda11.1-cudnn8 1.9.0-cuda11.1-cudnn8 1.9.1-cuda11.1-cudnn8 1.10.0-cuda11.3-cudnn8
  1.11.0-cuda11.3-cudnn8 1.12.1-cuda11.3-cudnn8 1.13.1-cuda11.6-cudnn8 2.0.1-cuda11.7-cudnn8 2.1.2-cuda11.8-cudnn8
  2.1.0-cuda12.1-cudnn8 2.2.2-cuda12.1-cudnn8 2.3.1-cuda11.8-cudnn8 2.4.0-cuda12.1-cudnn9`.split(/\s+/);

export interface TorchBase {
  /** Without `-devel` and `-runtime`. */
  reference: string;
  /** x.y.z */
  torch: string;
  /** x.y */
  cuda: string;
}

const bases: readonly TorchBase[] = tags.map((tag) => {
  const [torch = "", cuda = ""] = tag.split("-cuda");
  return { reference: `pytorch/pytorch:${tag}`, torch, cuda: cuda.split("-", 1)[0] ?? "" };
});

/** A base with a torch x.y for a CUDA x.y: the one of `preferred` (x.y.z) where it is listed, else the newest; undefined for none. */
export function torchBase(torch: string, cuda: string, preferred?: string): TorchBase | undefined {
  const fitting = bases.filter((base) => minorVersion(base.torch) === torch && base.cuda === cuda);
  return fitting.find((base) => base.torch === preferred) ?? fitting.at(-1);
}
