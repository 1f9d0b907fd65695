import type { InstallOptions, OptionUse } from "./install-options.ts";

/** A wheel index of MMCV: `https://download.openmmlab.com/mmcv/dist/cu111/torch1.9.0/index.html` */
export interface MmcvIndex {
  /** Up to the torch version. */
  url: string;
  /** `cu111`, `cpu`. */
  label: string;
  torch: string;
}

const indexUrl = /https?:\/\/\S{1,300}?\/mmcv\/dist\/(cu\d{2,3}|cpu)\/torch(\d{1,3}(?:\.\d{1,3}){0,3})/g;

const none: MmcvIndex[] = [];

export function mmcvIndexesIn(text: string): MmcvIndex[] {
  if (!text.includes("/mmcv/dist/")) return none;
  return Array.from(text.matchAll(indexUrl), ([url, label = "", torch = ""]) => ({ url, label, torch }));
}

/** The indexes among the options of a command, each with the option that names it. */
export function mmcvIndexesOf({ uses }: InstallOptions): { index: MmcvIndex; use: OptionUse }[] {
  return uses.flatMap((use) => mmcvIndexesIn(use.value).map((index) => ({ index, use })));
}
