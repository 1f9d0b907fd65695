import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { writeStandIns } from "./contexts.mjs";
import { parsePins } from "./requirements.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const out = mkdtempSync(path.join(tmpdir(), "mia-stand-ins-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe.each(["maptr", "petr", "streampetr", "topomlp", "vad"])("%s", (slug) => {
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
    expect(run.stdout.toString()).toBe("");
    expect(run.status).toBe(0);
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
