import { expect, test } from "vitest";
import { closest } from "./closest.ts";
import { baseReference } from "./image-reference.ts";
import { parseModel } from "./parse-model.ts";

const good = `schema: model/v1
slug: maptr
name: MapTR
summary: Online vectorized maps from six cameras.
upstream:
  repository: https://github.com/hustvl/MapTR
  commit: a6872d8d9670bde17b4b01560f1221f88b443d55
  branch: main
  licence: MIT
sources: []
base:
  image: pytorch/pytorch
  tag: 1.9.1-cuda11.1-cudnn8-devel
  digest: null
  digestReason: not looked up
environment: {python: "3.8", cuda: "11.1"}
packages:
  torch: 1.9.1+cu111
  mmcv-full: 1.4.0
config: /app/MapTR/projects/configs/maptr/maptr_tiny_r50_24e.py
outputs:
  - {family: vectorized-map, expect: {rows: 50}}
checkpoint: {url: "https://example.org/m.pth", sha256: null, sha256Reason: none published, licence: MIT}
dataset: {name: nuScenes, licence: CC-BY-NC-SA-4.0}
gpu: {computeCapability: {min: "7.0", max: "8.9"}, reason: cu111 kernels, memoryMiB: 8000}
smoke: {timeoutSeconds: 600, killGraceSeconds: 10, memoryMiB: 16384, shmMiB: 2048}
`;

test("reads a good model", () => {
  const parsed = parseModel(good);
  expect(parsed).toMatchObject({ ok: true, model: { slug: "maptr", packages: { torch: "1.9.1+cu111" } } });
  if (parsed.ok) expect(baseReference(parsed.model)).toBe("pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel");
});

test.each([
  ["a typo", good.replace("checkpoint:", "chekpoint:"), [23, /chekpoint: not a key/]],
  [
    "a branch as a pin",
    good.replace(/commit: .*/, "commit: main"),
    [7, /upstream.commit: must be a full commit/],
  ],
  ["a digest without a reason", good.replace("  digestReason: not looked up\n", ""), [11, /digestReason/]],
  [
    "a number for a version",
    good.replace('"3.8"', "3.8"),
    [16, /environment.python: is read as a number: put it/],
  ],
  ["a missing key", good.replace("name: MapTR\n", ""), [1, /name: is missing; it must be a string/]],
  [
    "a range for a pin",
    good.replace("1.4.0", '">=1.4"'),
    [19, /packages.mmcv-full: must be one exact version/],
  ],
  [
    "an http address",
    good.replace("https://example", "http://example"),
    [23, /checkpoint.url: must be an https address/],
  ],
  ["a range upside down", good.replace('min: "7.0"', 'min: "9.0"'), [25, /min is greater than max/]],
  ["no YAML", "schema: [", [1, /not readable as YAML/]],
  ["an alias bomb", "a: &a [1]\nb: [*a, *a]\n", [2, /aliases/]],
  ["a second document", `${good}---\nslug: x\n`, [1, /one document, not 2/]],
  ["a key given twice", `${good}name: x\n`, [27, /duplicated mapping key/]],
  ["depth beyond reason", "[".repeat(5000), [1, /not readable as YAML/]],
  ["nothing", "", [1, /the file is empty/]],
])("refuses %s at its line", (_, text, [line, message]) => {
  const parsed = parseModel(text);
  expect(parsed).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([{ line, message: expect.stringMatching(message as RegExp) }]),
  });
});

test("reports every problem at once", () => {
  const parsed = parseModel(good.replace("slug: maptr", "slug: Map TR").replace("name: MapTR\n", ""));
  expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.message)).toHaveLength(2);
});

test.each([
  ["mapt", "maptr"],
  ["MapTR", "maptr"],
  ["streampter", "streampetr"],
  ["zzzzzz", undefined],
])("the model nearest to %s is %s", (word, near) => {
  expect(closest(word, ["maptr", "petr", "streampetr"])).toBe(near);
});

test("the slug must be the folder's name", () => {
  expect(parseModel(good, "maptr")).toMatchObject({ ok: true });
  expect(parseModel(good, "petr")).toEqual({
    ok: false,
    problems: [{ line: 2, message: expect.stringMatching(/slug is maptr, but the folder is petr/) }],
  });
});

test("thousands of unknown keys cost no more than reading them", () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join("\n");
  const started = performance.now();
  const parsed = parseModel(`${good}${keys}\n`);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(parsed.ok ? 0 : parsed.problems.length).toBe(100);
});
