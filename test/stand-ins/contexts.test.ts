import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { modelSlugs } from "../support/model-slugs.ts";
import { standInConfig } from "./config.mjs";
import { writeStandIns } from "./contexts.mjs";
import { parsePins } from "./requirements.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const out = mkdtempSync(path.join(tmpdir(), "mia-stand-ins-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe.each(modelSlugs())("%s", (slug) => {
  const contexts = writeStandIns({ root, slug, out });
  const read = (...parts: string[]) => readFileSync(path.join(root, "images", slug, ...parts), "utf8");

  test("the config of model.yaml is there, and every tree says what it is", () => {
    const config = /^config:\s*\/app\/(\S+)/m.exec(read("model.yaml"))?.[1] ?? "";
    expect(readFileSync(path.join(contexts.upstream, config), "utf8")).toContain("stand-in");
    for (const tree of readdirSync(contexts.upstream))
      expect(readFileSync(path.join(contexts.upstream, tree, "STAND-IN.md"), "utf8")).toContain("Stand-in");
  });

  test("one wheel for each pin", () => {
    expect(readdirSync(contexts.wheels)).toHaveLength(parsePins(read("requirements.txt")).length);
  });

  test("the sample output is what the emitter gives today", () => {
    const run = spawnSync("python3", ["test/stand-ins/sample_outputs.py", "--check", slug], { cwd: root });
    if (run.status !== 0) expect.fail(`${run.stdout}${run.stderr}`);
  });
});

describe("a model without a config of its own", () => {
  const outputs = "outputs:\n  - family: detection-3d\n    expect: {rows: 7}\n";

  test("gets one that says which answer is expected of it", () => {
    const config = standInConfig("sixth", `slug: sixth\n${outputs}checkpoint:\n`);
    expect(config).toContain(`slug="sixth", outputs=${JSON.stringify(outputs)},`);
    expect(config).toContain("test/stand-ins/configs/sixth.py");
  });

  test.each([
    ["detection-3d", "rows: 7, classes: [car, bus], range: {x: [0, 9], y: [-9, 9], z: [-1, 1]}", [7, 9]],
    ["vectorized-map", "rows: 7, points: 5, classes: [lane], range: {x: [0, 9], y: [-9, 9]}", [7, 4]],
  ])("answers of the family %s have the rows that are expected", (family, expected, shape) => {
    const script = [
      "import sys; sys.path.insert(0, 'test/stand-ins/python')",
      "from stand_in_outputs import result_of",
      "answer = result_of('sixth', sys.argv[1])[0]['pts_bbox']",
      "assert all(0 <= row[0] <= 9 for row in answer['boxes_3d'])",
      "print(len(answer['boxes_3d']), len(answer['boxes_3d'][0]), end='')",
    ].join("\n");
    const yaml = `outputs:\n  - family: ${family}\n    expect: {${expected}}\n`;
    const run = spawnSync("python3", ["-B", "-c", script, yaml], { cwd: root });
    expect(run.stderr.toString()).toBe("");
    expect(run.stdout.toString()).toBe(shape.join(" "));
  });

  test("and without an output family is told what to add", () => {
    expect(() => standInConfig("sixth", "outputs: []")).toThrow(/names no output family.*configs\/sixth\.py/);
  });

  test("and a folder that is not whole is told what it lacks", () => {
    expect(() => writeStandIns({ root, slug: "sixth", out })).toThrow("images/sixth/model.yaml is missing");
  });
});

test("a wheel is a zip that Python reads, with a RECORD of right hashes", () => {
  const wheel = path.join(out, "maptr/wheels/mmdet3d-0.17.2-py3-none-any.whl");
  const script = [
    "import base64, hashlib, sys, zipfile",
    "wheel = zipfile.ZipFile(sys.argv[1]); assert wheel.testzip() is None",
    "for line in wheel.read('mmdet3d-0.17.2.dist-info/RECORD').decode().splitlines():",
    "    name, digest, size = line.rsplit(',', 2)",
    "    if not digest: continue",
    "    found = base64.urlsafe_b64encode(hashlib.sha256(wheel.read(name)).digest()).decode().rstrip('=')",
    "    assert digest == 'sha256=' + found and int(size) == len(wheel.read(name)), name",
    "print(wheel.read('mmdet3d-0.17.2.dist-info/METADATA').decode())",
  ].join("\n");
  const run = spawnSync("python3", ["-c", script, wheel]);
  expect(run.stderr.toString()).toBe("");
  expect(run.stdout.toString()).toContain("Summary: STAND-IN for mmdet3d 0.17.2");
  expect(run.stdout.toString()).toContain("Requires-Dist: numba==0.48.0");
});
