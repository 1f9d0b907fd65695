import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseModel } from "../../packages/catalog/src/index.ts";
import { root } from "../../scripts/generated/generated-file.ts";

// images/runtime is the Python package that runs inside every image, not an image.
const folders = readdirSync(`${root}/images`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "runtime")
  .map((entry) => entry.name);

const parts = [
  "model.yaml",
  "Dockerfile",
  ".dockerignore",
  "requirements.txt",
  "inference.py",
  "sample-output.json",
  "README.md",
];

// What a caller may replace with --build-context, and what it may ask for with --target.
const stages = ["base", "upstream", "compile", "wheels", "source", "image", "dev", "runtime"];

test("the five models ship", () => {
  expect(folders.sort()).toEqual(["maptr", "petr", "streampetr", "topomlp", "vad"]);
});

describe.each(folders)("images/%s", (folder) => {
  const file = (name: string): string => readFileSync(`${root}/images/${folder}/${name}`, "utf8");

  test.each(parts)("has %s", (part) => {
    expect(existsSync(`${root}/images/${folder}/${part}`)).toBe(true);
  });

  test("has a readable model.yaml whose slug is the folder's name", () => {
    const parsed = parseModel(file("model.yaml"));
    expect(parsed).toMatchObject({ ok: true, model: { slug: folder } });
  });

  test("points an editor to the schema", () => {
    expect(file("model.yaml")).toContain("# yaml-language-server: $schema=../../schemas/model.v1.json");
  });

  test("has every stage, and runtime last", () => {
    const named = [...file("Dockerfile").matchAll(/^FROM .* AS ([\w-]+)$/gm)].map((match) => match[1]);
    expect(named).toEqual(expect.arrayContaining(stages));
    expect(named.at(-1)).toBe("runtime");
  });

  test("has a sample output of the raw-output schema that says what it is", () => {
    const sample = JSON.parse(file("sample-output.json"));
    expect(sample).toMatchObject({ schema: "raw-output/v1", model: folder, evidence: "stand-in" });
  });
});
