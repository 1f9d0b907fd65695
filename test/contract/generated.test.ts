import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FailureCode } from "../../packages/step-result/src/index.ts";
import { docFiles } from "../../scripts/generated/docs.ts";
import { root, stale } from "../../scripts/generated/generated-file.ts";
import { schemaFiles } from "../../scripts/generated/schemas.ts";

const names = (files: { path: string }[]): string[] => files.map((file) => file.path);

test("schemas/ says what the zod schemas say; `npm run docs` makes it so", () => {
  expect(names(stale(schemaFiles()))).toEqual([]);
});

test("the tables in the READMEs say what the code says; `npm run docs` makes it so", async () => {
  expect(names(stale(await docFiles()))).toEqual([]);
});

test("docs/model-yaml.md explains each key of model.yaml", () => {
  const page = readFileSync(`${root}/docs/model-yaml.md`, "utf8");
  const [schema] = schemaFiles();
  const unexplained = keysOf(JSON.parse(schema?.content ?? "{}")).filter((key) => !page.includes(`\`${key}`));
  expect(unexplained).toEqual([]);
});

test("docs/records.md explains each failure code", () => {
  const page = readFileSync(`${root}/docs/records.md`, "utf8");
  expect(FailureCode.options.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
}

/** `gpu.memoryMiB`, `sources[].name`: each key that has no keys of its own. */
function keysOf(schema: JsonSchema): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const [inside, separator] = value.items?.properties ? [value.items, "[]."] : [value, "."];
    const below = keysOf(inside);
    return below.length === 0 ? [name] : below.map((key) => `${name}${separator}${key}`);
  });
}
