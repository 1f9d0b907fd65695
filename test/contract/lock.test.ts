import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseModel } from "../../packages/catalog/src/index.ts";
import { lockDrift, parseLock, printLock } from "../../packages/catalog/src/lock.ts";
import { hasModel, lockPins, readImage } from "../../packages/dockerfile/src/index.ts";
import { modelSlugs } from "../support/model-slugs.ts";
import { repository } from "../support/repository.ts";

const text = readFileSync(repository("images/models.lock.yaml"), "utf8");
const parsed = parseLock(text);

test("images/models.lock.yaml is a lock, printed as `mia lock` prints it", () => {
  expect(parsed.ok ? printLock(parsed.lock) : parsed.problems).toBe(text);
});

test("it has the models there are", () => {
  expect(parsed.ok && Object.keys(parsed.lock.models)).toEqual(modelSlugs());
});

test.each(modelSlugs())("%s: the lock holds what the files ask for; `mia lock` makes it so", (slug) => {
  const read = (name: string) => ({
    path: `images/${slug}/${name}`,
    text: readFileSync(repository("images", slug, name), "utf8"),
  });
  const model = parseModel(read("model.yaml").text, slug);
  if (!model.ok || !parsed.ok) throw new Error("the files are not sound");
  const source = {
    folder: `images/${slug}`,
    dockerfile: read("Dockerfile"),
    requirements: [read("requirements.txt")],
  };
  const image = readImage(source, model.model);
  expect(hasModel(image) && lockDrift(lockPins(image), parsed.lock.models[slug])).toEqual([]);
});
