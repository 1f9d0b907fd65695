import { hasModel, type Image } from "../image.ts";
import { type Asserting, asserting, type NamedVersions } from "../knowledge/fitting-versions.ts";
import type { Stage } from "../stages/stage.ts";
import { torchOf } from "./environment.ts";
import { mmcvIndexesOf } from "./mmcv-index.ts";
import { type MmcvUse, mmcvUse, takesWheel } from "./mmcv-use.ts";
import { checkedOutReleases } from "./openmmlab-releases.ts";
import { packageName, pinOf } from "./packages.ts";
import { timelineOf } from "./timeline.ts";
import { labelOfCuda, minorVersion, publicVersion } from "./versions.ts";

/** What the stages on one base name together, and what it takes to say it differently. */
export interface BuildVersions extends NamedVersions {
  builds: readonly NamedBuild[];
  /** The base's torch, where the build uses it. */
  base: { torch: string; cuda: string | undefined; flavor: string } | undefined;
  /** Full versions of torch that something names, by x.y. */
  torches: ReadonlyMap<string, string>;
  /** torchvision and torchaudio, where they are pinned. */
  family: ReadonlySet<"torchvision" | "torchaudio">;
  /** A search takes milliseconds: of a file with hundreds of bases, only the first are searched for. */
  searched: boolean;
}

const maxSearched = 50;

export interface NamedBuild {
  torch: string;
  cuda: string | undefined;
  from: "base" | "pin" | "index";
}

interface Roots {
  /** By stage: the one at the bottom. */
  of: ReadonlyMap<Stage, Stage>;
  stages: ReadonlyMap<Stage, readonly Stage[]>;
  found: Map<Stage, BuildVersions>;
}

const known = new WeakMap<Image, Roots>();

/** Versions of all stages that build on what `stage` builds on: a remedy for one has to suit the others. */
export function buildVersions(image: Image, stage: Stage): BuildVersions {
  const roots = known.get(image) ?? rootsOf(image);
  known.set(image, roots);
  const root = roots.of.get(stage) ?? stage;
  const versions = roots.found.get(root) ?? {
    ...read(image, root, roots.stages.get(root) ?? [root]),
    searched: roots.found.size < maxSearched,
  };
  roots.found.set(root, versions);
  return versions;
}

/** A parent stands above what builds on it. */
function rootsOf({ stages }: Image): Roots {
  const of = new Map<Stage, Stage>();
  const byRoot = new Map<Stage, Stage[]>();
  for (const stage of stages) {
    const { parent } = stage;
    const root = parent ? (of.get(parent) ?? parent) : stage;
    of.set(stage, root);
    const all = byRoot.get(root);
    if (all) all.push(stage);
    else byRoot.set(root, [stage]);
  }
  return { of, stages: byRoot, found: new Map() };
}

function read(image: Image, root: Stage, stages: readonly Stage[]): Omit<BuildVersions, "searched"> {
  const moments = stages.flatMap((stage) => timelineOf(image, stage).moments);
  const model = hasModel(image) ? image.model : undefined;
  const builds: NamedBuild[] = [];
  const torches = new Map<string, string>();
  const addBuild = (from: NamedBuild["from"], torch: string, cuda: string | undefined): void => {
    builds.push({ from, torch: minorVersion(torch), cuda });
    if (from !== "index" && torch.split(".").length > 2 && !torches.has(minorVersion(torch)))
      torches.set(minorVersion(torch), publicVersion(torch));
  };
  const { start } = timelineOf(image, root);
  const ofBase = torchOf(start);
  const { end } = timelineOf(image, stages.at(-1) ?? root);
  const base =
    end.inBase && ofBase?.from === "base"
      ? { torch: publicVersion(ofBase.version), cuda: ofBase.cuda, flavor: start.flavor?.value ?? "devel" }
      : undefined;
  if (base) addBuild("base", base.torch, base.cuda && labelOfCuda(base.cuda));
  const modelTorch = model?.packages.torch;
  if (model && modelTorch !== undefined) addBuild("pin", modelTorch, labelOfCuda(model.environment.cuda));
  const family = new Set<"torchvision" | "torchaudio">();
  let mmcv: MmcvUse | undefined;
  const indexes: { torch: string; cuda: string }[] = [];
  for (const { installs, before, after } of moments) {
    for (const install of installs) {
      const name = packageName(install);
      if (install.applies === false) continue;
      if (name === "torch" && pinOf(install) !== undefined) {
        const torch = torchOf(after);
        addBuild("pin", pinOf(install) ?? "", torch?.cuda && labelOfCuda(torch.cuda));
      }
      if ((name === "torchvision" || name === "torchaudio") && pinOf(install)) family.add(name);
      mmcv = mmcvUse(install, before) ?? mmcv;
      for (const { index } of mmcvIndexesOf(install.options))
        indexes.push({ torch: index.torch, cuda: index.label });
    }
  }
  for (const { torch, cuda } of indexes) addBuild("index", torch, cuda);
  const modelMmcv = (["mmcv-full", "mmcv"] as const).find((name) => model?.packages[name] !== undefined);
  const wheel = mmcv === undefined ? modelMmcv !== undefined : takesWheel(mmcv);
  const name = mmcv?.name ?? modelMmcv;
  return {
    builds: builds.slice(0, 20),
    mmcv: name && { name, version: mmcv?.version ?? model?.packages[name], wheel },
    releases: releasesOf(image, stages),
    ofBase: base !== undefined,
    python: base === undefined ? end.python?.value : undefined,
    base,
    torches,
    family,
  };
}

function releasesOf(image: Image, stages: readonly Stage[]): Map<Asserting, string> {
  const found = new Map<Asserting, string>();
  const checkedOut = checkedOutReleases(image);
  const shortName = (name: string): string => (name === "mmsegmentation" ? "mmseg" : name);
  for (const stage of stages) {
    const installed = [...timelineOf(image, stage).end.packages.values()];
    for (const { name, version } of [...installed, ...(checkedOut.get(stage)?.values() ?? [])])
      if (version !== undefined && isAsserting(shortName(name)))
        found.set(shortName(name) as Asserting, version);
  }
  if (hasModel(image))
    for (const [name, version] of Object.entries(image.model.packages))
      if (isAsserting(shortName(name)) && !found.has(shortName(name) as Asserting))
        found.set(shortName(name) as Asserting, version);
  return found;
}

function isAsserting(name: string): name is Asserting {
  return (asserting as readonly string[]).includes(name);
}
