import { compareVersions } from "./version-order.ts";

/**
 * The Linux wheels of MMCV on download.openmmlab.com: which CUDA label and torch x.y each version was published for.
 * Source: `docs/en/_static/version.json`, which upstream makes from the index itself: of open-mmlab/mmcv at tag v1.7.2
 * (file of 2023-11-02) for 1.x and at main (file of 2024-08-17, unchanged on 2026-01-16) for 2.x. Read 2026-11-23.
 * The install pages at the tags say less and sometimes more than the index: torch 1.3 and 1.4 are listed there for
 * versions the index has no wheel of, so for those two a missing row means unknown.
 */
const published: Record<string, string> = {
  "1.0.0": "cpu:1.3-1.5 cu92:1.3-1.5 cu100:1.3-1.4 cu101:1.3-1.5 cu102:1.5",
  "1.0.1": "cpu:1.3 cu92:1.3 cu100:1.3 cu101:1.3",
  "1.0.2 1.0.3 1.0.4": "cpu:1.3-1.5 cu92:1.3-1.5 cu100:1.3-1.4 cu101:1.3-1.5 cu102:1.5",
  "1.0.5": "cpu:1.3-1.6 cu92:1.3,1.5-1.6 cu100:1.3 cu101:1.3-1.6 cu102:1.5-1.6",
  "1.1.0 1.1.1 1.1.2 1.1.3 1.1.4 1.1.5 1.1.6":
    "cpu:1.3-1.6 cu92:1.3-1.6 cu100:1.3-1.4 cu101:1.3-1.6 cu102:1.5-1.6",
  "1.2.0": "cpu:1.3-1.7 cu92:1.3-1.7 cu100:1.3-1.4 cu101:1.3-1.7 cu102:1.5-1.7 cu110:1.7",
  "1.2.1": "cpu:1.3-1.7 cu92:1.3-1.7 cu100:1.3-1.4 cu101:1.3-1.7 cu102:1.5-1.7",
  "1.2.2": "cpu:1.5-1.7 cu92:1.5-1.7 cu101:1.5-1.7 cu102:1.5-1.7 cu110:1.7",
  "1.2.3 1.2.4 1.2.5 1.2.6 1.2.7":
    "cpu:1.3,1.5-1.7 cu92:1.3,1.5-1.7 cu100:1.3 cu101:1.3,1.5-1.7 cu102:1.5-1.7 cu110:1.7",
  "1.3.0 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8":
    "cpu:1.3,1.5-1.8 cu92:1.3,1.5-1.7 cu100:1.3 cu101:1.3,1.5-1.8 cu102:1.5-1.8 cu110:1.7 cu111:1.8",
  "1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15":
    "cpu:1.3,1.5-1.9 cu92:1.3,1.5-1.7 cu100:1.3 cu101:1.3,1.5-1.8 cu102:1.5-1.9 cu110:1.7 cu111:1.8-1.9",
  "1.3.16":
    "cpu:1.3,1.5-1.10 cu92:1.3,1.5-1.7 cu100:1.3 cu101:1.3,1.5-1.8 cu102:1.5-1.10 cu110:1.7 cu111:1.8-1.10 cu113:1.10",
  "1.3.17 1.3.18 1.4.0 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.6":
    "cpu:1.5-1.10 cu92:1.5-1.7 cu101:1.5-1.8 cu102:1.5-1.10 cu110:1.7 cu111:1.8-1.10 cu113:1.10",
  "1.4.7 1.4.8 1.5.0 1.5.1 1.5.2 1.5.3":
    "cpu:1.5-1.11 cu92:1.5-1.7 cu101:1.5-1.8 cu102:1.5-1.11 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.11 cu115:1.11",
  "1.6.0 1.6.1 1.6.2":
    "cpu:1.5-1.12 cu92:1.5-1.7 cu101:1.5-1.8 cu102:1.5-1.12 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12",
  "1.7.0 1.7.1":
    "cpu:1.5-1.13 cu92:1.5-1.7 cu101:1.5-1.8 cu102:1.5-1.12 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12-1.13 cu117:1.13",
  "2.0.0rc1":
    "cpu:1.6-1.12 cu92:1.6-1.7 cu101:1.6-1.8 cu102:1.6-1.12 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12",
  "2.0.0rc2":
    "cpu:1.5-1.12 cu92:1.5-1.7 cu101:1.6-1.8 cu102:1.6-1.12 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12",
  "2.0.0rc3":
    "cpu:1.5-1.13 cu92:1.5-1.7 cu101:1.5-1.8 cu102:1.5-1.12 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12-1.13 cu117:1.13",
  "2.0.0rc4":
    "cpu:1.6-1.13 cu92:1.6-1.7 cu101:1.6-1.8 cu102:1.6-1.12 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12-1.13 cu117:1.13",
  "2.0.0 2.0.1":
    "cpu:1.8-2.0 cu101:1.8 cu102:1.8-1.12 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12-1.13 cu117:1.13-2.0 cu118:2.0",
  "2.1.0":
    "cpu:1.8-2.1 cu101:1.8 cu102:1.8-1.12 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12-1.13 cu117:1.13-2.0 cu118:2.0-2.1 cu121:2.1",
  "2.2.0":
    "cpu:1.8-2.4 cu101:1.8 cu102:1.8-1.12 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12-1.13 cu117:1.13-2.0 cu118:2.0-2.4 cu121:2.1-2.4",
};

/** Since when nobody looked: a newer torch may have wheels of a 2.x version that the table does not know. */
const newestTorch = "2.4";

const minors = "1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 1.11 1.12 1.13 2.0 2.1 2.2 2.3 2.4".split(" ");

export interface MmcvWheel {
  /** `mmcv-full` of 1.x has compiled operators; `mmcv` has them from 2.0 on. */
  name: "mmcv-full" | "mmcv";
  version: string;
  /** A label of the index: `cu111`, `cpu`. */
  cuda: string;
  /** torch's x.y. Wheels are built for x.y.0 and serve every x.y.z. */
  torch: string;
}

/** The torch versions (x.y) one version of MMCV has wheels for under a label. */
export interface MmcvBuild {
  cuda: string;
  torch: string[];
}

export type Published = "published" | "absent" | "unknown";

/**
 * Whether there is a Linux wheel, for some Python, in the index of that CUDA label and torch. `absent`: pip takes the source
 * instead and compiles. Says nothing about `mmcv` of 1.x, which has no compiled part.
 */
export function mmcvWheel({ name, version, cuda, torch }: MmcvWheel): Published {
  const builds = tableOf(name).get(version);
  if (builds === undefined) return "unknown";
  if (builds.some((build) => build.cuda === cuda && build.torch.includes(torch))) return "published";
  if (!/^(?:cpu|cu\d{2,3})$/.test(cuda) || torch === "1.3" || torch === "1.4") return "unknown";
  const newer = compareVersions(torch, newestTorch);
  if (newer === undefined || (newer > 0 && name === "mmcv")) return "unknown";
  return "absent";
}

/** What exists of a version, lowest CUDA first, for saying what to take instead; empty where the version is not known. */
export function publishedFor(version: string, name: MmcvWheel["name"] = nameOf(version)): MmcvBuild[] {
  return tableOf(name).get(version) ?? [];
}

/** Every version of the table with what it was published for, oldest first. */
export function mmcvBuilds(name: MmcvWheel["name"]): ReadonlyMap<string, readonly MmcvBuild[]> {
  return tableOf(name);
}

/** Whether a torch (x.y) is newer than all the table speaks of. */
export function isBeyondTable(torch: string): boolean {
  return (compareVersions(torch, newestTorch) ?? 0) > 0;
}

/** The versions with a wheel for a CUDA label and torch x.y, oldest first. */
export function mmcvVersionsFor(name: MmcvWheel["name"], cuda: string, torch: string): string[] {
  return [...tableOf(name)]
    .filter(([, builds]) => builds.some((build) => build.cuda === cuda && build.torch.includes(torch)))
    .map(([version]) => version);
}

function nameOf(version: string): MmcvWheel["name"] {
  return version.startsWith("2.") ? "mmcv" : "mmcv-full";
}

let tables: Record<MmcvWheel["name"], Map<string, MmcvBuild[]>> | undefined;

/** Oldest version first, as the rows stand. Read when first asked for. */
function tableOf(name: MmcvWheel["name"]): Map<string, MmcvBuild[]> {
  if (tables === undefined) {
    tables = { mmcv: new Map(), "mmcv-full": new Map() };
    for (const [versions, row] of Object.entries(published)) {
      const builds = row.split(" ").map(buildOf);
      for (const version of versions.split(" ")) tables[nameOf(version)].set(version, builds);
    }
  }
  return tables[name];
}

/** `cu102:1.5,1.7-1.9` */
function buildOf(text: string): MmcvBuild {
  const [cuda = "", ranges = ""] = text.split(":");
  const torch = ranges.split(",").flatMap((range) => {
    const [first = "", last = first] = range.split("-");
    return minors.slice(minors.indexOf(first), minors.indexOf(last) + 1);
  });
  return { cuda, torch };
}
