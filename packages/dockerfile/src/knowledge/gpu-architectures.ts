/**
 * Products by compute capability. Source: https://developer.nvidia.com/cuda-gpus and https://developer.nvidia.com/cuda-legacy-gpus,
 * read 2026-11-23. Written in lower case with dashes, without words that say nothing about the chip (`idle` below). What is
 * sold under one name with two chips is missing: "RTX 6000" may be a Quadro (7.5) or an Ada (8.9).
 */
const products: Record<string, string> = {
  "3.7": "k80",
  "6.0": "p100",
  "6.1": "p40 p4 gtx-1080-ti gtx-1080 gtx-1070-ti gtx-1070 gtx-1060 titan-xp",
  "7.0": "v100 titan-v",
  "7.5":
    "t4 titan-rtx quadro-rtx-4000 quadro-rtx-5000 quadro-rtx-6000 quadro-rtx-8000 rtx-2060 rtx-2070 rtx-2080 rtx-2080-ti gtx-1650 gtx-1660",
  "8.0": "a100 a30",
  "8.6":
    "a10 a16 a2 a40 rtx-a2000 rtx-a3000 rtx-a4000 rtx-a5000 rtx-a6000 rtx-3050 rtx-3060 rtx-3060-ti rtx-3070 rtx-3070-ti rtx-3080 rtx-3080-ti rtx-3090 rtx-3090-ti",
  "8.9":
    "l4 l40 l40s rtx-2000-ada rtx-4000-ada rtx-4000-sff-ada rtx-4500-ada rtx-5000-ada rtx-6000-ada rtx-4050 rtx-4060 rtx-4060-ti rtx-4070 rtx-4070-ti rtx-4080 rtx-4090",
  "9.0": "h100 h200 gh200",
  "10.0": "b200 gb200",
  "10.3": "b300 gb300",
  "12.0":
    "rtx-pro-2000 rtx-pro-4000 rtx-pro-4000-sff rtx-pro-4500 rtx-pro-5000 rtx-pro-6000 rtx-5050 rtx-5060 rtx-5060-ti rtx-5070 rtx-5070-ti rtx-5080 rtx-5090",
  "12.1": "gb10",
};

/** Brands, form factors, memory and editions. */
const idle =
  /^(?:nvidia|geforce|tesla|gpu|blackwell|generation|edition|workstation|server|super|sxm\d?|pcie|hbm\d?e?|nvl|max|q|\d+gb|)$/;

export interface Gpu {
  /** Compute capability: `8.9`. */
  capability: string;
  /** `sm_89`. */
  sm: string;
  /** As given, where a product was named. */
  name: string | undefined;
}

/** The GPU that `RTX 4090`, `NVIDIA A100-SXM4-80GB`, `sm_89`, `compute_89` or `8.9` names; undefined where not known. */
export function gpuOf(text: string): Gpu | undefined {
  const written = text.trim();
  if (written.length > 100) return undefined;
  const number = /^(?:(?:sm|compute)_?(\d{1,2})(\d)[af]?|(\d{1,2})\.(\d)[af]?)$/i.exec(written);
  if (number) return gpu(`${number[1] ?? number[3]}.${number[2] ?? number[4]}`, undefined);
  const words = written.toLowerCase().split(/[\s_/-]+/);
  const capability = byName().get(words.filter((word) => !idle.test(word)).join("-"));
  return capability === undefined ? undefined : gpu(capability, written);
}

function gpu(capability: string, name: string | undefined): Gpu {
  return { capability, sm: `sm_${capability.replace(".", "")}`, name };
}

/** Every product there is a capability of, as gpuOf compares them: `rtx-4090`. */
export function gpuNames(): Iterable<string> {
  return byName().keys();
}

let names: Map<string, string> | undefined;

function byName(): Map<string, string> {
  names ??= new Map(
    Object.entries(products).flatMap(([capability, list]) =>
      list.split(" ").map((name): [string, string] => [name, capability]),
    ),
  );
  return names;
}
