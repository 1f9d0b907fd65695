import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseModel } from "../../packages/catalog/src/index.ts";
import { repository } from "../support/repository.ts";

// images/runtime is the Python package that runs inside every image, not an image. Folders are taken by their name, not
// by their model.yaml, so that one without it is told.
const folders = readdirSync(repository("images"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "runtime")
  .map((entry) => entry.name);

/** What a folder must hold, and where to take it from. */
const parts: [name: string, remedy: string][] = [
  ["model.yaml", "copy the nearest model's and correct it; docs/model-yaml.md explains the keys"],
  ["Dockerfile", "copy the nearest model's and keep its stages"],
  [".dockerignore", "copy another model's: it is the same in all"],
  ["requirements.txt", "pin every package that `image` installs, one name==version a line"],
  [
    "inference.py",
    "write load_config, build, sample and forward; images/runtime/README.md says what they return",
  ],
  ["sample-output.json", "run `python3 test/stand-ins/sample_outputs.py SLUG` once model.yaml is there"],
  ["patches", "make the folder, with a README.md where there is no patch: the Dockerfile mounts it"],
  ["README.md", "say what upstream says, what is true and what was changed"],
];

// What a caller may replace with --build-context, and what it may ask for with --target.
const stages = ["base", "upstream", "source", "compile", "wheels", "image", "dev", "runtime"];

const schemaLine = "# yaml-language-server: $schema=../../schemas/model.v1.json";

test.each(["maptr", "petr", "streampetr", "topomlp", "vad"])("%s ships", (slug) => {
  expect(folders, `images/${slug} is gone: it is one of the five that this repository promises`).toContain(
    slug,
  );
});

describe.each(folders)("images/%s", (folder) => {
  const place = (name: string): string => repository("images", folder, name);
  const read = (name: string): string => {
    if (!existsSync(place(name))) expect.fail(`images/${folder}/${name} is missing (docs/add-a-model.md)`);
    return readFileSync(place(name), "utf8");
  };

  test.each(parts)("has %s", (part, remedy) => {
    const help = `images/${folder}/${part} is missing: ${remedy.replace("SLUG", folder)} (docs/add-a-model.md)`;
    if (!existsSync(place(part))) expect.fail(help);
  });

  test("has something in patches/, because git keeps no empty folder", () => {
    const held = existsSync(place("patches")) ? readdirSync(place("patches")) : [];
    const help = `images/${folder}/patches holds nothing: add a README.md that says why no patch is needed`;
    if (held.length === 0) expect.fail(help);
  });

  test("has a readable model.yaml whose slug is the folder's name", () => {
    const parsed = parseModel(read("model.yaml"));
    if (!parsed.ok) expect.fail(`images/${folder}/model.yaml: ${JSON.stringify(parsed.problems, null, 2)}`);
    expect(parsed.model.slug, `images/${folder}/model.yaml: write slug: ${folder}`).toBe(folder);
  });

  test("points an editor to the schema", () => {
    const first = read("model.yaml").split("\n")[0];
    expect(first, `the first line of images/${folder}/model.yaml must be: ${schemaLine}`).toBe(schemaLine);
  });

  test("has every stage, and runtime last", () => {
    const named = [...read("Dockerfile").matchAll(/^FROM .* AS ([\w-]+)$/gm)].map((match) => match[1]);
    const lacking = stages.filter((stage) => !named.includes(stage));
    if (lacking.length > 0)
      expect.fail(
        `images/${folder}/Dockerfile has no stage ${lacking.join(", ")}: write "FROM ... AS <stage>" for each; callers ` +
          "replace base, upstream and wheels, and build dev or runtime, by these names",
      );
    expect(
      named.at(-1),
      `runtime must be the last stage of images/${folder}/Dockerfile: it is the default`,
    ).toBe("runtime");
  });

  test("has a sample output of the raw-output schema that says what it is", () => {
    const sample = JSON.parse(read("sample-output.json"));
    expect(
      { schema: sample.schema, model: sample.model, evidence: sample.evidence },
      `images/${folder}/sample-output.json: renew it with python3 test/stand-ins/sample_outputs.py ${folder}`,
    ).toEqual({ schema: "raw-output/v1", model: folder, evidence: "stand-in" });
  });
});
