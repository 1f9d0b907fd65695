import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import { gitCheckouts } from "../stages/git-checkouts.ts";
import { knownText } from "../stages/known-text.ts";
import type { Stage } from "../stages/stage.ts";
import { gitSourceOfAdd, gitSourceOfPip, repositoryKey } from "./git-source.ts";
import { momentsOf, timelineOf } from "./timeline.ts";

/** A release of one of OpenMMLab's packages, and how certain it is that the image imports it. */
export interface Release {
  name: "mmcv" | "mmdet" | "mmdet3d" | "mmsegmentation" | "mmengine";
  version: string;
  location: Location;
  sure: boolean;
}

const repositories: Record<string, Release["name"]> = {
  "github.com/open-mmlab/mmcv": "mmcv",
  "github.com/open-mmlab/mmdetection": "mmdet",
  "github.com/open-mmlab/mmdetection3d": "mmdet3d",
  "github.com/open-mmlab/mmengine": "mmengine",
  "github.com/open-mmlab/mmsegmentation": "mmsegmentation",
};

export function isOpenMmlab(name: string): name is Release["name"] {
  return /^(?:mmcv|mmdet|mmdet3d|mmsegmentation|mmengine)$/.test(name);
}

const known = new WeakMap<Image, ReadonlyMap<Stage, ReadonlyMap<string, Release>>>();

/** By stage: the releases that open-mmlab's repositories are checked out at when it ends, of each package the last. */
export function checkedOutReleases(image: Image): ReadonlyMap<Stage, ReadonlyMap<string, Release>> {
  const found = known.get(image) ?? readReleases(image);
  known.set(image, found);
  return found;
}

function readReleases(image: Image): Map<Stage, ReadonlyMap<string, Release>> {
  const installsTrees = buildsTrees(image);
  const found = new Map<Stage, ReadonlyMap<string, Release>>();
  for (const stage of image.stages) {
    const before = (stage.parent && found.get(stage.parent)) ?? new Map<string, Release>();
    const own = ownReleases(image, stage, installsTrees);
    found.set(
      stage,
      own.length === 0 ? before : new Map([...before, ...own.map((one) => [one.name, one] as const)]),
    );
  }
  return found;
}

function ownReleases(image: Image, stage: Stage, installsTrees: boolean): Release[] {
  const found: Release[] = [];
  const add = (url: string, ref: string | undefined, location: Location, sure: boolean): void => {
    const name = repositories[repositoryKey(url)];
    const version = /^v?(\d+\.\d+\.\d+(?:rc\d+)?)$/.exec(ref ?? "")?.[1];
    if (name && version)
      found.push({ name, version, location: { ...location, note: `${name} ${version}` }, sure });
  };
  for (const { instruction, variables } of stage.steps) {
    if (instruction.keyword !== "ADD") continue;
    for (const { text, position } of instruction.words.slice(0, -1)) {
      const value = knownText({ variables }, text, image.dockerfile.escapeMark);
      const source = value === undefined ? undefined : gitSourceOfAdd(value);
      if (source) add(source.repository, source.ref, image.at(position), installsTrees);
    }
  }
  for (const { repository, ref, position, isOneOfSeveral } of gitCheckouts(image.commandsOf(stage)))
    if (!isOneOfSeveral)
      add(repository, ref?.known ? ref.value : undefined, image.at(position), installsTrees);
  for (const { installs } of timelineOf(image, stage).moments) {
    for (const { requirement, location } of installs) {
      const source = gitSourceOfPip(requirement.url ?? "");
      if (source) add(source.repository, source.ref, location, true);
    }
  }
  return found;
}

/** Whether anything in the build installs a tree: a checkout alone may be there for its configuration files. */
function buildsTrees(image: Image): boolean {
  return momentsOf(image).some(
    ({ command, installs }) =>
      installs.some(({ requirement }) => requirement.source === "path") ||
      command.words.some(({ value }) => /(?:^|\/)setup\.py$/.test(value)),
  );
}
