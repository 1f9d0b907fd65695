import type { Pin } from "@mia/step-result";
import { plural } from "../text/units.ts";
import { maxPins } from "./figure-limits.ts";
import type { Figure } from "./view.ts";

const words: Record<Pin["kind"], string> = {
  "base-image": "base image",
  "git-commit": "git commit",
  frontend: "frontend",
  other: "other",
};

/** What the build started from, as the builder itself says it. */
export function pinFigure(pins: readonly Pin[]): Figure | undefined {
  if (pins.length === 0) return undefined;
  const more = pins.length - maxPins;
  return {
    title: "What it was built from",
    columns: [
      { label: "Kind", kind: "text" },
      { label: "Name", kind: "code" },
      { label: "Digest or commit", kind: "digest" },
    ],
    rows: pins.slice(0, maxPins).map(({ kind, name, value }) => ({
      cells: [words[kind], name, value ?? "none named"],
    })),
    ...(more > 0 && { note: `${plural(more, "more pin")} in the record.` }),
  };
}
