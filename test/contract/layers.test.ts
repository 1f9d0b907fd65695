import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/generated/generated-file.ts";
import { trackedFiles } from "./tracked-files.ts";

// From the ground up. An import goes strictly downward; packages of one layer never import each other.
const layers: string[][] = [
  ["packages/step-result"],
  ["packages/catalog"],
  [
    "packages/build-context",
    "packages/checkpoint",
    "packages/container",
    "packages/dockerfile",
    "packages/gpu",
    "packages/model-output",
    "packages/summary",
  ],
  ["packages/action-kit"],
  folders("actions"),
  ["cli"],
];
const highestPureLayer = 2;

interface Package {
  folder: string;
  name: string;
  layer: number;
  dependencies: string[];
}

const packages: Package[] = [...folders("packages"), ...folders("actions"), "cli"].map((folder) => {
  const manifest = JSON.parse(readFileSync(`${root}/${folder}/package.json`, "utf8"));
  const layer = layers.findIndex((members) => members.includes(folder));
  return { folder, name: manifest.name, layer, dependencies: Object.keys(manifest.dependencies ?? {}) };
});

describe.each(packages)("$folder", ({ folder, name, layer, dependencies }) => {
  const imports = sources(folder).flatMap((file) =>
    importsOf(file).map((specifier) => ({ file, specifier })),
  );
  const production = imports.filter(({ file }) => !file.endsWith(".test.ts"));

  test("has a layer", () => {
    expect(layer, `add ${folder} to the table at the top of this file`).toBeGreaterThanOrEqual(0);
  });

  test("depends on lower layers only", () => {
    const upward = packages.filter((other) => dependencies.includes(other.name) && other.layer >= layer);
    expect(upward.map((other) => other.name)).toEqual([]);
  });

  test("imports what it declares, and nothing by a path out of its folder", () => {
    const undeclared = production.filter(({ specifier }) => {
      if (specifier.startsWith("node:") || specifier.startsWith("./")) return false;
      // The version of the whole repository stands in its own manifest.
      if (/^(?:\.\.\/)+package\.json$/.test(specifier)) return false;
      if (specifier.startsWith("../")) return specifier.includes("../..");
      return !dependencies.includes(packageOf(specifier));
    });
    expect(undeclared).toEqual([]);
  });

  test("declares nothing it does not import", () => {
    const used = new Set(imports.map(({ specifier }) => packageOf(specifier)));
    // A package without a first source file yet has nothing to import.
    const unused = production.length === 0 ? [] : dependencies.filter((dependency) => !used.has(dependency));
    expect(unused).toEqual([]);
  });

  test.runIf(layer <= highestPureLayer)("is pure: no Node.js, no GitHub, no clock, no environment", () => {
    const doors = production.filter(({ specifier }) => /^(node:|@actions\/)/.test(specifier));
    const worldly = sources(folder)
      .filter((file) => !file.endsWith(".test.ts"))
      .filter((file) =>
        /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(/.test(code(file)),
      );
    expect({ doors, worldly }, name).toEqual({ doors: [], worldly: [] });
  });
});

function folders(parent: string): string[] {
  return readdirSync(`${root}/${parent}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .filter((entry) => readdirSync(`${root}/${parent}/${entry.name}`).includes("package.json"))
    .map((entry) => `${parent}/${entry.name}`);
}

function sources(folder: string): string[] {
  return trackedFiles().filter((file) => file.startsWith(`${folder}/src/`) && file.endsWith(".ts"));
}

function importsOf(file: string): string[] {
  const pattern =
    /^\s*(?:import|export)\b[^;"']*?\bfrom\s*"([^"]+)"|^\s*import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;
  return [...code(file).matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

/** The text without comments, which may speak of what the code must not do. */
function code(file: string): string {
  return readFileSync(`${root}/${file}`, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

/** `@mia/action-kit/testing` belongs to the package `@mia/action-kit`. */
function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
