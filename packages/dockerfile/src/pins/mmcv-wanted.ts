import type { Image } from "../image.ts";
import type { TorchBuild } from "../knowledge/fitting-versions.ts";
import { type MmcvWheel, mmcvVersionsFor, mmcvWheel, type Published } from "../knowledge/mmcv-wheels.ts";
import type { MmcvIndex } from "./mmcv-index.ts";
import { type MmcvUse, takesWheel } from "./mmcv-use.ts";
import { minorVersion } from "./versions.ts";

/** A wheel that somebody wants, as the table names it. */
export interface WantedWheel {
  name: MmcvWheel["name"];
  version: string | undefined;
}

/** What is installed from an index. Where nothing says it, any MMCV may be. */
export function wheelsOf({ model }: Image, uses: readonly MmcvUse[]): WantedWheel[] {
  const wanted = uses.filter(takesWheel).map(({ name, version }) => ({ name, version }));
  if (wanted.length > 0) return wanted;
  const ofModel = (["mmcv-full", "mmcv"] as const).flatMap((name) => {
    const version = model?.packages[name];
    return version === undefined ? [] : [{ name, version }];
  });
  return ofModel.length > 0
    ? ofModel
    : [
        { name: "mmcv-full", version: undefined },
        { name: "mmcv", version: undefined },
      ];
}

/** `published` only where it is so of all that are wanted; without a version, where any is there. */
export function wheelsIn(build: TorchBuild, wheels: readonly WantedWheel[]): Published {
  const pinned = wheels.filter(({ version }) => version !== undefined);
  if (pinned.length === 0)
    return wheels.some(({ name }) => mmcvVersionsFor(name, build.cuda, build.torch).length > 0)
      ? "published"
      : "unknown";
  const answers = pinned.map(({ name, version = "" }) => mmcvWheel({ name, version, ...build }));
  return answers.find((answer) => answer !== "published") ?? "published";
}

export function buildOf({ label, torch }: MmcvIndex): TorchBuild {
  return { cuda: label, torch: minorVersion(torch) };
}
