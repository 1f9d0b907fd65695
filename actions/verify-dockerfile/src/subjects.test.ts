import { execFileSync } from "node:child_process";
import { cpSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { perform } from "@mia/action-kit";
import { testHost } from "@mia/action-kit/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isDockerfileName } from "./discover.ts";
import { rootPassword, Workbench } from "./testing.ts";
import { verifyDockerfile } from "./verify-dockerfile.ts";

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
  ["Dockerfile.torch2.1+cu118", true],
  ["Dockerfile.@x", true],
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
  "docker/Dockerfile.j2": rootPassword,
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
      "docker/Dockerfile.j2",
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
      { path: "docker/Dockerfile.j2", why: "its name says that it is a template" },
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
  ["[", /"\[" cannot be searched for: the pattern (?!the pattern)/],
  [
    "dokcer/train.dockerfile",
    /no file or folder dokcer\/train\.dockerfile; did you mean docker\/train\.dockerfile\?/,
  ],
  ["Dockerfil", /no model or file "Dockerfil"; did you mean Dockerfile\?/],
  ["pipe", /pipe is not a regular file/],
])("%s is refused in words", async (models, message) => {
  bench.write(tree);
  execFileSync("mkfifo", [bench.path("pipe")]);
  const { exitCode, failure } = await bench.verify({ models });
  expect(exitCode).toBe(2);
  expect(failure?.message).toMatch(message);
});

test("where there is no model to name, the remedy names none", async () => {
  const { failure } = await bench.verify({ models: "nowhere" });
  expect(failure?.remedy).toBe("Name a Dockerfile or a folder.");
});

describe("a Dockerfile beside a model.yaml is verified as that model, wherever the folder lies", () => {
  const complete = path.resolve(import.meta.dirname, "../../../packages/dockerfile/fixtures/complete");
  const addModel = (folder: string, slug: string): void => {
    cpSync(complete, bench.path(folder), { recursive: true });
    const text = bench.read(`${folder}/model.yaml`).replace("slug: complete", `slug: ${slug}`);
    bench.write({ [`${folder}/model.yaml`]: text });
  };
  const subjects = async (models: string): Promise<unknown[]> => {
    const { records, exitCode } = await bench.verify({ models, "fail-on": "never" });
    return [...records.map(({ model, folder, files, policy }) => [model ?? files, folder, policy]), exitCode];
  };

  beforeEach(() => {
    addModel("models/deep/lanes", "lanes");
    bench.write({ "models/deep/lanes/Dockerfile.gpu": rootPassword, "other/Dockerfile": rootPassword });
  });

  const lanes = ["lanes", "models/deep/lanes", "runpod"];
  describe.each(["with git", "without git"])("%s", (how) => {
    beforeEach(() => {
      if (how === "with git") bench.git("init", "--quiet");
    });
    test.each([
      ["models/deep/lanes/Dockerfile", [lanes, 0]],
      ["models", [lanes, [["models/deep/lanes/Dockerfile.gpu"], ".", "none"], 0]],
      ["models/**/Dockerfile", [lanes, 0]],
      ["**/Dockerfile\nmodels/deep/lanes", [lanes, [["other/Dockerfile"], ".", "none"], 0]],
      ["", [lanes, [["models/deep/lanes/Dockerfile.gpu", "other/Dockerfile"], ".", "none"], 0]],
    ])("%j", async (models, expected) => {
      expect(await subjects(models)).toEqual(expected);
    });
  });

  test.each<[string, () => void, RegExp]>([
    [
      "another program's",
      () => bench.write({ "other/model.yaml": "name: x\n" }),
      /other\/model\.yaml is not used: .*no schema/,
    ],
    ["a second of the same name", () => addModel("a/lanes", "lanes"), /is not used: .* is called like/],
    [
      "in a folder no model is named like",
      () => addModel("Big_One", "x"),
      /Big_One\/model\.yaml is not used/,
    ],
  ])("a model.yaml that is %s is said to be left out", async (_, make, message) => {
    make();
    await bench.verify({ models: "**" });
    expect(bench.host.logged.join("\n")).toMatch(message);
  });

  test("a model.yaml that git still lists and nobody has any more is none", async () => {
    bench.commit();
    rmSync(bench.path("models/deep/lanes/model.yaml"));
    expect(await subjects("models/**/Dockerfile")).toEqual([
      [["models/deep/lanes/Dockerfile"], ".", "none"],
      0,
    ]);
  });

  test("inside the image folder itself", async () => {
    const inside = testHost(bench.path("models/deep/lanes"));
    for (const models of ["", ".", "Dockerfile"]) {
      const { records } = await perform(verifyDockerfile, { models }, inside);
      expect(records[0]).toMatchObject({ model: "lanes", folder: ".", policy: "runpod", status: "passed" });
    }
  });
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
