import { cudaOfLabel } from "../pins/versions.ts";
import { type MmcvBuild, type MmcvWheel, mmcvBuilds } from "./mmcv-wheels.ts";
import { asserts, fits, openmmlabVersions } from "./openmmlab-ranges.ts";
import { hasWheel } from "./python-needs.ts";
import { torchBase } from "./torch-bases.ts";
import { compareVersions } from "./version-order.ts";

/** The packages whose asserted ranges the tables know. */
export const asserting = ["mmdet3d", "mmdet", "mmseg"] as const;
export type Asserting = (typeof asserting)[number];

/** A torch (x.y) and the CUDA label it is built for. */
export interface TorchBuild {
  torch: string;
  cuda: string;
}

/** What an image names so far, right or wrong. */
export interface NamedVersions {
  /** The dearest to move first: the base's, then what pip installs, then what a wheel index is for. */
  builds: readonly { torch: string; cuda: string | undefined }[];
  /** `wheel`: it comes from an index, so it has to be published for the torch. */
  mmcv: { name: MmcvWheel["name"]; version: string | undefined; wheel: boolean } | undefined;
  releases: ReadonlyMap<Asserting, string>;
  /** The first build is the base image's own: another needs another base, and one that is known to exist. */
  ofBase: boolean;
  /** The Python that a torch has to have wheels for, where no base brings both. */
  python: string | undefined;
}

/** Versions that every table accepts together. `build` is missing where it does not matter, `mmcv` where none is named. */
export interface FittingVersions {
  build: TorchBuild | undefined;
  mmcv: { name: MmcvWheel["name"]; version: string } | undefined;
  releases: ReadonlyMap<Asserting, string>;
}

/** What stays as it is named. */
export interface Kept {
  build?: boolean;
  mmcv?: boolean;
  release?: Asserting;
}

/** A part that moves costs more than any distance it moves. The base with its torch is the dearest. */
const moved = 2;
const movedBuild = 5;
const otherMmcv = 50;

/**
 * The nearest versions that satisfy all tables at once: the MMCV wheel is published for the torch and its CUDA, and what
 * mmdet3d, mmdet and mmseg assert of MMCV and each other holds. MMCV changes between 1.x and 2.x only for a release that is to be
 * kept: code for the one does not run with the other. Undefined where there is no such set.
 */
export function fittingVersions(named: NamedVersions, kept: Kept = {}): FittingVersions | undefined {
  let best: FittingVersions | undefined;
  let price = Number.POSITIVE_INFINITY;
  const candidates = new Map(
    [...named.releases].map(([name, version]) => [name, candidatesOf(name, version, kept)]),
  );
  for (const { mmcv, build, cost } of mmcvChoices(named, kept)) {
    if (cost >= price) break;
    const others = fittingReleases(candidates, mmcv.version);
    if (others === undefined || cost + others.cost >= price) continue;
    price = cost + others.cost;
    best = { build, mmcv: named.mmcv && mmcv, releases: others.releases };
  }
  return best;
}

interface MmcvChoice {
  mmcv: { name: MmcvWheel["name"]; version: string };
  build: TorchBuild | undefined;
  cost: number;
}

/** Every version of the named MMCV with the best torch for it, the cheapest first. */
function mmcvChoices(named: NamedVersions, kept: Kept): MmcvChoice[] {
  const { mmcv } = named;
  const names = mmcv && !kept.release ? [mmcv.name] : (["mmcv-full", "mmcv"] as const);
  // Neighbouring versions were published for the same torches, and share the list.
  const known = new Map<readonly MmcvBuild[], ReturnType<typeof buildFor>>();
  const choices = names.flatMap((name) => {
    const from = placeIn([...mmcvBuilds(name).keys()], mmcv?.version ?? "");
    return [...mmcvBuilds(name)].flatMap(([version, builds], at, all): MmcvChoice[] => {
      const isNamed = mmcv?.version === version;
      if (kept.mmcv && mmcv?.version !== undefined && !isNamed) return [];
      // Where no version is named the newest comes first, where one is, the nearest.
      const away = mmcv?.version === undefined ? all.length - at : Math.abs(at - from);
      const price = isNamed || mmcv?.version === undefined ? away / 1e4 : moved + away / 1e3;
      const own = price + (mmcv && mmcv.name !== name ? otherMmcv : 0);
      if (!mmcv?.wheel) return [{ mmcv: { name, version }, build: undefined, cost: own }];
      if (!known.has(builds)) known.set(builds, buildFor(builds, named, kept));
      const best = known.get(builds);
      return best ? [{ mmcv: { name, version }, build: best.build, cost: own + best.cost }] : [];
    });
  });
  return choices.sort((a, b) => a.cost - b.cost);
}

/** Where a version stands in a table, or would stand. */
function placeIn(all: readonly string[], version: string): number {
  const known = all.indexOf(version);
  const next = known >= 0 ? known : all.findIndex((one) => (compareVersions(one, version) ?? -1) >= 0);
  return next < 0 ? all.length : next;
}

function buildFor(
  published: readonly MmcvBuild[],
  { builds, python, ofBase }: NamedVersions,
  kept: Kept,
): { build: TorchBuild; cost: number } | undefined {
  let best: { build: TorchBuild; cost: number } | undefined;
  for (const { cuda, torch: minors } of published) {
    if (cuda === "cpu") continue;
    for (const torch of minors) {
      if (python !== undefined && hasWheel("torch", `${torch}.0`, python) === false) continue;
      const same = builds.findIndex(
        (one) => one.torch === torch && (one.cuda === undefined || one.cuda === cuda),
      );
      if (ofBase && same !== 0 && torchBase(torch, cudaOfLabel(cuda) ?? "") === undefined) continue;
      if (kept.build && builds.length > 0 && same !== 0) continue;
      const cost = same >= 0 ? same : movedBuild + away({ torch, cuda }, builds[0]);
      if (best === undefined || cost <= best.cost) best = { build: { torch, cuda }, cost };
    }
  }
  return best;
}

function away({ torch, cuda }: TorchBuild, from: NamedVersions["builds"][number] | undefined): number {
  if (from === undefined) return 0;
  const step = (version: string): number => {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return major === 1 ? minor : 14 + minor;
  };
  const number = (label = cuda): number => Number(label.slice(2));
  return Math.abs(step(torch) - step(from.torch)) / 10 + Math.abs(number() - number(from.cuda)) / 1e4;
}

interface Chosen {
  releases: Map<Asserting, string>;
  cost: number;
}

function fittingReleases(
  candidates: ReadonlyMap<Asserting, readonly Candidate[]>,
  mmcv: string,
): Chosen | undefined {
  let best: Chosen | undefined;
  for (const top of candidates.get("mmdet3d") ?? [undefined]) {
    if (best !== undefined && (top?.cost ?? 0) >= best.cost) break;
    if (top && !accepts("mmdet3d", top.version, "mmcv", mmcv)) continue;
    const chosen: Chosen = { releases: new Map(), cost: top?.cost ?? 0 };
    if (top) chosen.releases.set("mmdet3d", top.version);
    const all = (["mmdet", "mmseg"] as const).every((name) => {
      const others = candidates.get(name);
      if (others === undefined) return true;
      const found = others.find(
        ({ version }) =>
          accepts(name, version, "mmcv", mmcv) && (!top || accepts("mmdet3d", top.version, name, version)),
      );
      if (found) chosen.releases.set(name, found.version);
      chosen.cost += found?.cost ?? 0;
      return found !== undefined;
    });
    if (all && (best === undefined || chosen.cost < best.cost)) best = chosen;
  }
  return best;
}

interface Candidate {
  version: string;
  cost: number;
}

/** The version that is named, and the others by their distance from it. */
function candidatesOf(name: Asserting, own: string, kept: Kept): Candidate[] {
  if (kept.release === name) return [{ version: own, cost: 0 }];
  const all = openmmlabVersions(name);
  const from = placeIn(all, own);
  const others = all.flatMap((version, at) =>
    version === own ? [] : [{ version, cost: moved + Math.abs(at - from) / 1e3 }],
  );
  return [{ version: own, cost: 0 }, ...others.sort((a, b) => a.cost - b.cost)];
}

/** A search asks the same few thousand questions again and again, and images share their versions. */
const answered = new Map<string, boolean>();
const maxAnswered = 20_000;

/** What the tables do not know is not against it. */
export function accepts(name: Asserting, version: string, other: string, otherVersion: string): boolean {
  const key = `${name} ${version} ${other} ${otherVersion}`;
  const known = answered.get(key);
  if (known !== undefined) return known;
  const answer = asserts(name, version).every(
    (range) => range.name !== other || fits(otherVersion, range) !== false,
  );
  if (answered.size < maxAnswered) answered.set(key, answer);
  return answer;
}
