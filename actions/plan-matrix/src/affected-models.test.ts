import { describe, expect, test } from "vitest";
import { affectedModels, type ChangeScope } from "./affected-models.ts";

const scope: Omit<ChangeScope, "changed"> = {
  catalog: ["maptr", "petr", "vad"].map((slug) => ({ slug, folder: `images/${slug}` })),
  imagesDir: "images",
  otherFolders: ["runtime"],
  sharedPaths: ["packages", "dist", ".github", "pnpm-lock.yaml"],
};
const all = ["maptr", "petr", "vad"];

describe("which models a change touches", () => {
  test.each([
    ["nothing", [], []],
    ["a file of one model", ["images/petr/Dockerfile"], ["petr"]],
    ["files of two", ["images/vad/patches/1.patch", "images/maptr/model.yaml"], ["maptr", "vad"]],
    ["a name that only begins like a model's", ["images/maptr-old/Dockerfile"], []],
    ["a document", ["README.md", "docs/report.md"], []],
    ["the shared run time", ["images/runtime/model_runtime/cli.py"], all],
    ["a file beside the image folders", ["images/.dockerignore"], all],
    ["a shared folder", ["packages/summary/src/index.ts"], all],
    ["a shared file", ["pnpm-lock.yaml"], all],
    ["a folder whose name begins like a shared one", ["packages-old/x.ts", "dist.md"], []],
    ["a hostile name", ["images/../../etc/passwd", "images/maptr\n/x", "$(touch x)"], []],
  ])("%s", (_, changed, slugs) => {
    expect(affectedModels({ ...scope, changed }).models.map(({ slug }) => slug)).toEqual(slugs);
  });

  test.each([
    [["images/maptr/Dockerfile"], "images/maptr/Dockerfile changed"],
    [["images/maptr/Dockerfile", "images/maptr/a"], "images/maptr/Dockerfile and 1 more file changed"],
    [["images/maptr/a", "images/maptr/b", "images/maptr/c"], "images/maptr/a and 2 more files changed"],
    [["images/maptr/a", "images/runtime/x.py"], "images/runtime/x.py changed, which every model shares"],
  ])("%j gives the reason %s", (changed, reason) => {
    expect(affectedModels({ ...scope, changed }).models[0]?.reason).toBe(reason);
  });
});

test("a folder that is gone is named and not planned", () => {
  const { models, notes } = affectedModels({
    ...scope,
    changed: ["images/old/Dockerfile", "images/old/model.yaml", "images/vad/x"],
  });
  expect(models.map(({ slug }) => slug)).toEqual(["vad"]);
  expect(notes).toEqual(["images/old is gone: there is nothing left to build"]);
});

test("image folders may lie at the top", () => {
  const catalog = [{ slug: "maptr", folder: "maptr" }];
  const own = { ...scope, catalog, imagesDir: ".", otherFolders: ["docs"], sharedPaths: [] };
  expect(affectedModels({ ...own, changed: ["maptr/Dockerfile"] }).models).toHaveLength(1);
});

test("10,000 files and 100 models take a blink", () => {
  const catalog = Array.from({ length: 100 }, (_, index) => ({
    slug: `m-${index}`,
    folder: `images/m-${index}`,
  }));
  const changed = Array.from({ length: 10_000 }, (_, index) => `images/m-${index % 90}/file-${index}`);
  const start = performance.now();
  expect(affectedModels({ ...scope, catalog, changed }).models).toHaveLength(90);
  expect(performance.now() - start).toBeLessThan(500);
});
