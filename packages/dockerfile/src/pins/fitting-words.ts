import {
  type Asserting,
  accepts,
  type FittingVersions,
  fittingVersions,
  type Kept,
  type TorchBuild,
} from "../knowledge/fitting-versions.ts";
import { openmmlabVersions } from "../knowledge/openmmlab-ranges.ts";
import { torchBase } from "../knowledge/torch-bases.ts";
import { torchFamily } from "../knowledge/torch-family.ts";
import type { BuildVersions, NamedBuild } from "./named-versions.ts";
import { cudaOfLabel } from "./versions.ts";

/**
 * What to write so that every table is content, as a sentence's object: `torch==1.9.1, mmcv-full 1.4.0 and the MMCV index
 * https://...`; undefined where no such versions are known, or where nothing would have to move.
 */
export function fittingWords(versions: BuildVersions, kept: Kept = {}): string | undefined {
  if (!versions.searched) return undefined;
  const key = JSON.stringify(kept);
  const before = answered.get(versions) ?? new Map<string, string | undefined>();
  answered.set(versions, before);
  if (!before.has(key)) before.set(key, wordsFor(versions, kept));
  return before.get(key);
}

/** A search for each finding of an image would be the same search again. */
const answered = new WeakMap<BuildVersions, Map<string, string | undefined>>();

function wordsFor(versions: BuildVersions, kept: Kept): string | undefined {
  const fitting = fittingVersions(versions, kept);
  if (fitting === undefined) return undefined;
  const parts = [...buildParts(versions, fitting), ...mmcvParts(versions, fitting)];
  for (const [name, version] of fitting.releases) {
    const spelt = name === "mmseg" ? "mmsegmentation" : name;
    if (versions.releases.get(name) !== version)
      parts.push(`${spelt} ${version}${othersThatFit(name, version, fitting, versions)}`);
  }
  if (parts.length === 0) return undefined;
  const last = parts.pop();
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}

/** ` (0.15.0 to 0.17.3 fit)`, where no other release moves with it. */
function othersThatFit(
  name: Asserting,
  version: string,
  fitting: FittingVersions,
  versions: BuildVersions,
): string {
  const { releases } = fitting;
  const moving = [...releases].filter(([one, to]) => versions.releases.get(one) !== to);
  const mmcv = fitting.mmcv?.version;
  if (moving.length > 1 || mmcv === undefined) return "";
  const all = openmmlabVersions(name);
  const fitsHere = (one: string | undefined): boolean =>
    one !== undefined &&
    accepts(name, one, "mmcv", mmcv) &&
    [...releases].every(
      ([other, to]) => other === name || (accepts(name, one, other, to) && accepts(other, to, name, one)),
    );
  let first = all.indexOf(version);
  let last = first;
  while (fitsHere(all[first - 1])) first -= 1;
  while (fitsHere(all[last + 1])) last += 1;
  return first < last ? ` (${all[first]} to ${all[last]} fit)` : "";
}

function buildParts(versions: BuildVersions, { build }: FittingVersions): string[] {
  const { base, builds, torches, family } = versions;
  const torchBuilds = builds.filter(({ from }) => from !== "index");
  if (build === undefined || (torchBuilds.length > 0 && torchBuilds.every((one) => isSame(one, build))))
    return [];
  const cuda = cudaOfLabel(build.cuda) ?? "";
  const stays = torchBuilds.some((one) => one.from === "base" && isSame(one, build));
  const other = base && !stays ? torchBase(build.torch, cuda, torches.get(build.torch)) : undefined;
  const version = other?.torch ?? torches.get(build.torch) ?? `${build.torch}.0`;
  const parts: string[] = [];
  if (other) parts.push(`the base ${other.reference}-${base?.flavor}`);
  else if (base) parts.push(`the torch ${version} of the base`);
  else parts.push(`torch==${version}+${build.cuda} (from https://download.pytorch.org/whl/${build.cuda})`);
  // With the base's torch a pin is there to agree with it: a label would make pip download torch again.
  if (base && builds.some(({ from }) => from === "pin")) parts.push(`torch==${version}`);
  for (const name of family) {
    const member = torchFamily(version)?.[name].at(-1);
    if (member) parts.push(`${name}==${member}${base ? "" : `+${build.cuda}`}`);
  }
  return parts;
}

function mmcvParts({ mmcv, builds }: BuildVersions, { mmcv: to, build }: FittingVersions): string[] {
  if (mmcv === undefined || to === undefined) return [];
  const stays = mmcv.name === to.name && (mmcv.version === to.version || mmcv.version === undefined);
  const parts = stays ? [] : [`${to.name} ${to.version}`];
  const indexes = builds.filter(({ from }) => from === "index");
  if (build && indexes.some((one) => !isSame(one, build)))
    parts.push(`the MMCV index ${mmcvIndexUrl(build)}`);
  return parts;
}

export function mmcvIndexUrl({ cuda, torch }: { cuda: string; torch: string }): string {
  return `https://download.openmmlab.com/mmcv/dist/${cuda}/torch${torch}.0/index.html`;
}

function isSame(one: NamedBuild, build: TorchBuild): boolean {
  return one.torch === build.torch && (one.cuda === undefined || one.cuda === build.cuda);
}
