// @ts-check
// The context that replaces stage `wheels`: one stand-in wheel for each pin of an image's requirements.txt.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { canonicalName, parsePins } from "./requirements.mjs";
import { standInWheel } from "./wheel.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));

/** Which wheel brings which of the Python packages in python/. The others are empty. */
const brought = new Map([
  ["torch", ["torch"]],
  ["numpy", ["numpy"]],
  ["mmcv-full", ["mmcv"]],
  ["mmdet3d", ["mmdet3d", "stand_in_outputs"]],
]);

/** @param {{ root: string, slug: string, out: string }} options wheels land directly in `out`, which is created */
export function writeWheels({ root, slug, out }) {
  const pins = parsePins(readFileSync(path.join(root, "images", slug, "requirements.txt"), "utf8"));
  const pinned = new Set(pins.map(({ name }) => canonicalName(name)));
  const unpinned = [...brought.keys()].filter((name) => !pinned.has(name));
  if (unpinned.length > 0)
    throw new Error(
      `images/${slug}/requirements.txt pins no ${unpinned.join(", ")}, which the stand-ins hang on`,
    );
  /** @type {{ packages: Record<string, string[]> }} */
  const known = JSON.parse(readFileSync(path.join(here, "requires-dist.json"), "utf8"));
  mkdirSync(out, { recursive: true });
  for (const { name, version } of pins) {
    const modules = (brought.get(canonicalName(name)) ?? []).flatMap(pythonFiles);
    const requires = known.packages[`${name}==${version}`] ?? [];
    const { fileName, content } = standInWheel({ name, version, requires, modules });
    writeFileSync(path.join(out, fileName), content);
  }
}

/**
 * All .py files of a package in python/, in a fixed order, with their paths as in site-packages.
 * @param {string} folder
 * @returns {{ path: string, content: Buffer }[]}
 */
function pythonFiles(folder) {
  const entries = readdirSync(path.join(here, "python", folder), { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === "__pycache__" ? [] : pythonFiles(inside);
      if (!entry.name.endsWith(".py")) return [];
      return [{ path: inside, content: readFileSync(path.join(here, "python", inside)) }];
    });
}
