import type { ImageSizes } from "@mia/step-result";
import { shareOf, shortChange } from "../text/change.ts";
import { plural, size } from "../text/units.ts";
import { maxRows } from "./figure-limits.ts";
import { partBar } from "./stretches.ts";
import type { Figure } from "./view.ts";

/** The image beside the one before it, then the layers that weigh most with the instruction that made each. */
export function sizeFigures({ compressedBytes, layers, previous }: ImageSizes): Figure[] {
  return [
    ...(previous ? [besidePrevious(compressedBytes, previous)] : []),
    ...(layers.length > 0 ? [largestLayers(compressedBytes, layers)] : []),
  ];
}

function besidePrevious(bytes: number, previous: NonNullable<ImageSizes["previous"]>): Figure {
  const before = previous.compressedBytes;
  const most = Math.max(bytes, before);
  const rows = [
    { name: "before", value: before, change: "" },
    { name: "now", value: bytes, change: shortChange(before, bytes) },
  ];
  return {
    title: "Size in the registry, beside the previous image",
    columns: [
      { label: "Image", kind: "text" },
      { label: "Compressed", kind: "number" },
      { label: "Change", kind: "text" },
    ],
    barLabel: "Size",
    rows: rows.map(({ name, value, change }) => {
      const bar = partBar(value, most);
      return { cells: [name, size(value), change], ...(bar && { bar }) };
    }),
  };
}

function largestLayers(total: number, layers: ImageSizes["layers"]): Figure {
  const numbered = layers.map((layer, index) => ({ ...layer, number: index + 1 }));
  const shown = numbered.sort((a, b) => b.bytes - a.bytes).slice(0, maxRows);
  const rest = numbered.slice(maxRows).reduce((sum, { bytes }) => sum + bytes, 0);
  const more = numbered.length - shown.length;
  return {
    title: "Largest layers",
    columns: [
      { label: "Layer", kind: "number" },
      { label: "Compressed", kind: "number" },
      { label: "Share", kind: "number" },
      { label: "Made by", kind: "code" },
    ],
    barLabel: "Of the image",
    rows: shown.map(({ number, bytes, digest, instruction }) => {
      const bar = partBar(bytes, total);
      // A base image of others does not always say how its layers were made.
      const by = instruction ?? digest.slice(0, 19);
      return { cells: [String(number), size(bytes), shareOf(bytes, total), by], ...(bar && { bar }) };
    }),
    ...(more > 0 && { note: `${plural(more, "more layer")} of ${size(rest)} together.` }),
  };
}
