import { closest } from "@mia/catalog";
import { firstCudaFor } from "../knowledge/cuda-gpus.ts";
import { gpuNames, gpuOf } from "../knowledge/gpu-architectures.ts";

/** Why nothing can be checked for an entry of `gpus`, and what to write; undefined where it names a GPU that is known. */
export function gpuProblem(entry: string): { message: string; remedy: string } | undefined {
  const gpu = gpuOf(entry);
  if (gpu !== undefined && firstCudaFor(gpu.capability) !== undefined) return undefined;
  const shown = entry.slice(0, 100);
  const near = gpu === undefined ? nearest(entry) : undefined;
  const what =
    gpu === undefined
      ? `no GPU called ${shown} is known here`
      : `no CUDA toolkit known here makes code for ${shown}`;
  return {
    message: `${what}, so nothing is checked for it${near ? `; did you mean ${near}?` : ""}`,
    remedy: "Name the GPU as `RTX 4090` or `A100`, or give its compute capability as `sm_89` or `8.9`.",
  };
}

function nearest(entry: string): string | undefined {
  const words = entry
    .trim()
    .toLowerCase()
    .split(/[\s_/-]+/)
    .join("-");
  const number = /^(?:(?:sm|compute|cc)-?)?(\d{1,2})\.?(\d)$/.exec(words);
  const capability = number && `${number[1]}.${number[2]}`;
  if (capability && firstCudaFor(capability) !== undefined) return `sm_${number[1]}${number[2]}`;
  const known = [...gpuNames()];
  const name = known.find((one) => one === `rtx-${words}`) ?? closest(words.slice(0, 60), known);
  return name?.toUpperCase().replaceAll("-", " ");
}
