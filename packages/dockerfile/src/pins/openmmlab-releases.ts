import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import { expand } from "../stages/expand.ts";
import { gitCheckouts } from "../stages/git-checkouts.ts";
import { chainOf, type Stage } from "../stages/stage.ts";
import { gitSourceOfAdd, gitSourceOfPip, repositoryKey } from "./git-source.ts";
import { timelineOf } from "./timeline.ts";

/** A version of a package, and how certain it is that the image imports it. */
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

/** The releases that open-mmlab's repositories are checked out at, in a stage and those it builds on. */
export function releasesOf(image: Image, stage: Stage): Release[] {
  const found: Release[] = [];
  const installsTrees = buildsTrees(image);
  const add = (url: string, ref: string | undefined, location: Release["location"], sure: boolean): void => {
    const name = repositories[repositoryKey(url)];
    const version = /^v?(\d+\.\d+\.\d+(?:rc\d+)?)$/.exec(ref ?? "")?.[1];
    if (name && version)
      found.push({ name, version, location: { ...location, note: `${name} ${version}` }, sure });
  };
  for (const link of chainOf(stage)) {
    for (const { repository, ref, position } of gitCheckouts(image.commandsOf(link)))
      add(repository, ref?.known ? ref.value : undefined, image.at(position), installsTrees);
    for (const { instruction, variables } of link.steps) {
      if (instruction.keyword !== "ADD") continue;
      for (const { text, position } of instruction.words.slice(0, -1)) {
        const { value, unknown } = expand(
          text,
          (name) => variables(name) ?? undefined,
          image.dockerfile.escapeMark,
        );
        const source = unknown.length === 0 ? gitSourceOfAdd(value) : undefined;
        if (source) add(source.repository, source.ref, image.at(position), installsTrees);
      }
    }
    for (const { installs } of timelineOf(image, link).moments) {
      for (const { requirement, location } of installs) {
        const source = gitSourceOfPip(requirement.url ?? "");
        if (source) add(source.repository, source.ref, location, true);
      }
    }
  }
  return found;
}

/** Whether anything in the build installs a tree: a checkout alone may be there for its configuration files. */
function buildsTrees(image: Image): boolean {
  return image.stages.some((stage) =>
    timelineOf(image, stage).moments.some(
      ({ command, installs }) =>
        installs.some(({ requirement }) => requirement.source === "path") ||
        command.words.some(({ value }) => /(?:^|\/)setup\.py$/.test(value)),
    ),
  );
}
