import { existsSync, readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { verbs } from "../../cli/src/verbs.ts";
import { fieldMeta, isRequired } from "../../packages/action-kit/src/index.ts";
import { repository } from "../support/repository.ts";

interface Metadata {
  name: string;
  description: string;
  inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string; post?: string };
}

const folders = readdirSync(repository("actions"), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

test("every action folder is a verb of the command line, and the other way round", () => {
  expect(verbs.map((verb) => verb.name).sort()).toEqual(folders.map((entry) => entry.name).sort());
});

describe.each(verbs.map((verb) => [verb.name, verb] as const))("%s", (name, verb) => {
  const file = repository("actions", name, "action.yml");
  const metadata = load(readFileSync(file, "utf8")) as Metadata;

  test("action.yml has the inputs of the definition", async () => {
    const { inputs } = await verb.load();
    const wanted = Object.entries(inputs.shape).map(([input, field]) => {
      const { description, default: byDefault } = fieldMeta(field);
      const required = isRequired(field);
      return [input, { description, required, ...(byDefault === undefined ? {} : { default: byDefault }) }];
    });
    const stated = Object.entries(metadata.inputs).map(([input, given]) => [
      input,
      { required: false, ...given },
    ]);
    expect(Object.fromEntries(stated)).toEqual(Object.fromEntries(wanted));
  });

  test("action.yml has the outputs and the description of the definition", async () => {
    const action = await verb.load();
    const stated = Object.entries(metadata.outputs).map(([output, { description }]) => [output, description]);
    expect(Object.fromEntries(stated)).toEqual(action.outputs);
    expect(metadata.description).toBe(action.description);
    expect(action.name).toBe(name);
  });

  test("it runs its own bundle on Node 24, and post where the definition has one", async () => {
    const bundle = `../../dist/${name}.cjs`;
    const { post } = await verb.load();
    expect(metadata.runs).toEqual({ using: "node24", main: bundle, ...(post ? { post: bundle } : {}) });
    expect(existsSync(repository("dist", `${name}.cjs`))).toBe(true);
  });

  test("README.md shows a use and lists every input and output", () => {
    const readme = readFileSync(repository("actions", name, "README.md"), "utf8");
    expect(readme).toMatch(new RegExp(`uses: .*actions/${name}`));
    for (const word of [...Object.keys(metadata.inputs), ...Object.keys(metadata.outputs)]) {
      expect(readme).toContain(`\`${word}\``);
    }
  });
});
