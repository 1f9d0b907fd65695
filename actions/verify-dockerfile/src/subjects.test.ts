import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isDockerfileName } from "./discover.ts";
import { rootPassword, Workbench } from "./testing.ts";

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.remove());

test.each([
  ["Dockerfile", true],
  ["dockerfile", true],
  ["Dockerfile.gpu", true],
  ["Dockerfile-train", true],
  ["train.Dockerfile", true],
  ["train.dockerfile", true],
  ["Containerfile", true],
  ["Dockerfile_amd", true],
  ["Serve_Dockerfile", true],
  ["dev-Dockerfile", true],
  ["Dockerfile.jinja", false],
  ["Dockerfile-gpu.j2", false],
  ["Dockerfile.template", false],
  ["Dockerfile.in", false],
  ["Dockerfile.dockerignore", false],
  ["Dockerfile.md", false],
  ["Dockerfile.py", false],
  ["Dockerfiles", false],
  ["mydockerfile", false],
])("%s is the name of a Dockerfile: %s", (name, expected) => {
  expect(isDockerfileName(name)).toBe(expected);
});

const tree = {
  Dockerfile: rootPassword,
  "docker/train.dockerfile": rootPassword,
  "docker/deep/Dockerfile.gpu": rootPassword,
  ".devcontainer/Dockerfile": rootPassword,
  "node_modules/x/Dockerfile": rootPassword,
  "build/Dockerfile": rootPassword,
  "docs/notes.md": "",
};

describe("without a model, every Dockerfile of the workspace is checked", () => {
  test("those git knows or would take, with what it ignores named", async () => {
    bench.write({ ...tree, ".gitignore": "node_modules/\nbuild/\n" });
    bench.git("init", "--quiet");
    const { record, exitCode } = await bench.verify();
    expect(record?.files).toEqual([
      ".devcontainer/Dockerfile",
      "Dockerfile",
      "docker/deep/Dockerfile.gpu",
      "docker/train.dockerfile",
    ]);
    expect(record?.skipped?.map(({ path }) => path).sort()).toEqual([
      "build/",
      "model-image-results/",
      "node_modules/",
    ]);
    expect(exitCode).toBe(1);
    expect(record).not.toHaveProperty("model");
  });

  test("without git, all but the folders of package managers", async () => {
    bench.write(tree);
    symlinkSync("Dockerfile", bench.path("Dockerfile.link"));
    execFileSync("mkfifo", [bench.path("Dockerfile.fifo")]);
    symlinkSync(".", bench.path("loop"));
    const { record } = await bench.verify();
    expect(record?.files).toHaveLength(5);
    expect(record?.skipped).toEqual([
      { path: "node_modules/", why: "it holds other people's files" },
      { path: "Dockerfile.fifo", why: "it is not a regular file" },
      { path: "Dockerfile.link", why: "it is a symbolic link" },
    ]);
  });
});

test.each<[string, string, string[]]>([
  ["a file of any name", "notes/image", ["notes/image"]],
  ["a folder", "docker", ["docker/deep/Dockerfile.gpu", "docker/train.dockerfile"]],
  ["wildcards", "**/*.gpu", ["docker/deep/Dockerfile.gpu"]],
  [
    "several, each once",
    "docker\ndocker/*\nDockerfile",
    ["docker/deep/Dockerfile.gpu", "docker/train.dockerfile", "Dockerfile"],
  ],
])("%s", async (_, models, expected) => {
  bench.write({ ...tree, "notes/image": rootPassword });
  const { record } = await bench.verify({ models });
  expect(record?.files).toEqual(expected);
});

test.each([
  ["nowhere/Dockerfile", /no file or folder nowhere\/Dockerfile/],
  ["docs", /docs holds neither a model\.yaml nor a Dockerfile/],
  ["*.gpu", /no Dockerfile matches \*\.gpu/],
  ["maptr", /no model or file "maptr"/],
  ["[", /the pattern \[/],
  ["pipe", /pipe is not a regular file/],
])("%s is refused in words", async (models, message) => {
  bench.write(tree);
  execFileSync("mkfifo", [bench.path("pipe")]);
  const { exitCode, failure } = await bench.verify({ models });
  expect(exitCode).toBe(2);
  expect(failure?.message).toMatch(message);
});

describe("what lies outside the workspace is not read", () => {
  test("a Dockerfile that is a link out of it", async () => {
    symlinkSync("/etc/passwd", bench.path("image"));
    const { exitCode, record } = await bench.verify({ models: "image" });
    expect(exitCode).toBe(2);
    expect(record?.failure?.message).toMatch(/image: it is a link that leads out of the workspace/);
  });

  test("requirements named by a path that climbs out", async () => {
    bench.write({
      "a/Dockerfile": `${rootPassword}COPY ../../../../etc/passwd /x\nCOPY r.txt /r.txt\nRUN pip install --no-cache-dir -r r.txt\n`,
      "a/r.txt": "-r ../../../../../../etc/passwd\n",
    });
    const { record } = await bench.verify({ models: "a/Dockerfile" });
    expect(JSON.stringify(record)).not.toContain("root:x");
  });
});

describe("the build context of a Dockerfile without a model", () => {
  const copying = (name: string): string => `${rootPassword}COPY ${name} /x\n`;

  test.each<[string, Record<string, string>, string[]]>([
    ["is its own folder where that holds what it copies", { "d/Dockerfile": copying("a"), "d/a": "" }, []],
    ["or one above", { "d/e/Dockerfile": copying("src/a"), "src/a": "" }, []],
    ["and not known where none does", { "d/Dockerfile": copying("built-later") }, []],
  ])("%s", async (_, files, expected) => {
    bench.write(files);
    const { places } = await bench.verify({ models: "**" });
    expect(places.filter((place) => place.startsWith("copied-files-exist"))).toEqual(expected);
  });

  test("is what the caller names", async () => {
    bench.write({ "d/Dockerfile": copying("a"), "d/a": "", "e/b": "" });
    const { places } = await bench.verify({ models: "d/Dockerfile", context: "e" });
    expect(places).toContain("copied-files-exist d/Dockerfile:5");
  });
});
