import { parseReference, sourceName } from "../pins/image-reference.ts";
import { compareVersions } from "./version-order.ts";

/**
 * Whether NVIDIA's apt lists in a base image are signed with the key that was replaced on 27 and 28 April 2022: then
 * `apt-get update` fails until the lists are removed or the new key is there. `fine`: no such list, or the new key.
 */
export type AptKey = "dead" | "fine" | "unknown";

/**
 * pytorch/pytorch's devel images are built on nvidia/cuda and bring its lists; its runtime images are built on plain Ubuntu
 * and have none (docker.Makefile: BASE_RUNTIME, BASE_DEVEL). 1.11.0 came in March 2022 (1.9.1's images were pushed on
 * 2021-11-08, issue 67966), 1.12.0 on 28 June 2022.
 * Sources: https://developer.nvidia.com/blog/updating-the-cuda-linux-gpg-repository-key/, pytorch/builder issue 1025.
 * Not known: nvidia/cuda, whose images were pushed again under the same tags; nvcr.io/nvidia/pytorch.
 */
const lastWithOldKey = "1.11.0";

export function nvidiaAptKey(reference: string): AptKey {
  const { tag = "" } = parseReference(reference);
  if (sourceName(reference) !== "pytorch/pytorch") return "unknown";
  const [, torch, flavor] = /^(\d+\.\d+(?:\.\d+)?)-cuda[\d.]+-cudnn\d+-(devel|runtime)$/.exec(tag) ?? [];
  if (torch === undefined) return "unknown";
  if (flavor === "runtime") return "fine";
  return (compareVersions(torch, lastWithOldKey) ?? 1) <= 0 ? "dead" : "fine";
}
