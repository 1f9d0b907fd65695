import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { perform } from "@mia/action-kit";
import { type TestHost, testHost } from "@mia/action-kit/testing";
import type { VerifyResult } from "@mia/step-result";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyDockerfile } from "./verify-dockerfile.ts";

const root = path.resolve(import.meta.dirname, "../../..");

let workspace: string;
let host: TestHost;
beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), "mia-verify-"));
  host = testHost(workspace);
});
afterEach(() => rmSync(workspace, { recursive: true }));

/** A folder under images/ that keeps every promise. */
function addImage(slug: string): string {
  const folder = path.join(workspace, "images", slug);
  cpSync(`${root}/packages/dockerfile/fixtures/complete`, folder, { recursive: true });
  edit(`${folder}/model.yaml`, "slug: complete", `slug: ${slug}`);
  return folder;
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

async function verify(models = "") {
  const { records, ...rest } = await perform(verifyDockerfile, { models }, host);
  return { ...rest, records: records as VerifyResult[] };
}

test("a folder that keeps its promises passes, and its context is measured", async () => {
  const folder = addImage("lanes");
  mkdirSync(`${folder}/ckpts`);
  writeFileSync(`${folder}/ckpts/model.pth`, "x".repeat(5000));
  const { exitCode, records, outputs } = await verify();
  expect(exitCode).toBe(0);
  expect(outputs).toMatchObject({ status: "passed", findings: "0", errors: "0" });
  const [record] = records;
  expect(record).toMatchObject({
    model: "lanes",
    folder: "images/lanes",
    status: "passed",
    evidence: "real",
  });
  expect(record?.rules).toContain("final-user");
  expect(record?.context).toMatchObject({ treeFiles: 5, keptFiles: 4 });
  expect(record?.context?.largest.map((file) => file.path)).not.toContain("ckpts/model.pth");
  expect(host.logged).toEqual([
    expect.stringMatching(/^lanes: passed, no findings, context 4 files, \d+\.\d KiB of \d+\.\d KiB$/),
  ]);
});

test("an error fails the step with its place; the other models are checked all the same", async () => {
  addImage("lanes");
  edit(`${addImage("roads")}/Dockerfile`, "FROM image AS runtime\n", "FROM image AS runtime\nUSER root\n");
  const { exitCode, records, outputs } = await verify();
  expect(exitCode).toBe(1);
  expect(outputs).toMatchObject({ status: "failed", findings: "1", errors: "1" });
  expect(records.map(({ model, status }) => [model, status])).toEqual([
    ["lanes", "passed"],
    ["roads", "failed"],
  ]);
  expect(records[1]?.failure?.code).toBe("findings");
  expect(records[1]?.findings).toEqual([
    expect.objectContaining({
      rule: "final-user",
      locations: [{ file: "images/roads/Dockerfile", line: 23, column: 1 }],
    }),
  ]);
});

test("warnings do not fail the step", async () => {
  rmSync(`${addImage("lanes")}/.dockerignore`);
  const { exitCode, outputs } = await verify("lanes");
  expect([exitCode, outputs.findings, outputs.errors]).toEqual([0, "1", "0"]);
});

test("Dockerfile.dockerignore comes before .dockerignore", async () => {
  const folder = addImage("lanes");
  writeFileSync(`${folder}/Dockerfile.dockerignore`, "*\n");
  const { records } = await verify();
  expect(records[0]?.context).toMatchObject({ keptFiles: 3 });
});

describe("a folder that cannot be read fails alone, in words", () => {
  test.each<[string, (folder: string) => void, RegExp]>([
    [
      "a misspelt key in model.yaml",
      (folder) => edit(`${folder}/model.yaml`, "licence: MIT\nsources", "license: MIT\nsources"),
      /model\.yaml:9: upstream\.license/,
    ],
    ["no Dockerfile", (folder) => rmSync(`${folder}/Dockerfile`), /Dockerfile: there is no such file/],
    [
      "a Dockerfile that is a folder",
      (folder) => {
        rmSync(`${folder}/Dockerfile`);
        mkdirSync(`${folder}/Dockerfile`);
      },
      /Dockerfile: it is not a regular file|Dockerfile: it is a folder/,
    ],
    [
      "a Dockerfile of 2 MiB",
      (folder) => writeFileSync(`${folder}/Dockerfile`, "#".repeat(2 ** 21)),
      /at most 1048576/,
    ],
    [
      "a link that leads to itself",
      (folder) => {
        rmSync(`${folder}/requirements.txt`);
        symlinkSync("requirements.txt", `${folder}/requirements.txt`);
      },
      /circle/,
    ],
  ])("%s", async (_, spoil, message) => {
    addImage("lanes");
    spoil(addImage("roads"));
    const { exitCode, records } = await verify();
    expect(exitCode).toBe(2);
    expect(records.map(({ status }) => status)).toEqual(["passed", "failed"]);
    expect(records[1]?.failure).toMatchObject({
      code: "unreadable-input",
      message: expect.stringMatching(message),
    });
    expect(host.logged.join("\n")).not.toMatch(/^\s+at /m);
  });
});

test("an unknown model is an input problem, with the nearest name", async () => {
  addImage("lanes");
  const { exitCode, failure, records } = await verify("lane");
  expect({ exitCode, records }).toEqual({ exitCode: 2, records: [] });
  expect(failure).toMatchObject({
    code: "invalid-input",
    message: expect.stringContaining("did you mean lanes?"),
  });
});

test("a hostile Dockerfile costs less than a second or two", async () => {
  const folder = addImage("lanes");
  const lines = [
    "RUN true",
    "ENV a=$a$a",
    "FROM x AS x",
    "RUN git clone a",
    "RUN sed 's/((((/'",
    "RUN <<A <<B",
    "COPY *?*a b c /x",
    "RUN --mount=source=a true",
  ];
  for (const line of lines) {
    writeFileSync(`${folder}/Dockerfile`, `FROM scratch\n${`${line}\n`.repeat(2 ** 20 / line.length - 100)}`);
    const started = performance.now();
    await verify();
    expect(performance.now() - started, line).toBeLessThan(5000);
  }
}, 60_000);

describe("the images of this repository", () => {
  const slugs = ["maptr", "petr", "streampetr", "topomlp", "vad"];

  test("keep every promise", async () => {
    cpSync(`${root}/images`, `${workspace}/images`, { recursive: true });
    const { records } = await verify(slugs.join("\n"));
    expect(records.map(({ model, findings, failure }) => ({ model, findings, failure }))).toEqual(
      slugs.map((model) => ({ model, findings: [], failure: undefined })),
    );
  });

  test.each<[string, string, string, string, string]>([
    [
      "the base",
      "Dockerfile",
      "1.9.1-cuda11.1-cudnn8-devel AS base",
      "2.1.0-cuda11.8-cudnn8-devel AS base",
      "base-matches-pins",
    ],
    ["the uid", "Dockerfile", "useradd --uid 1000", "useradd --uid 1001", "final-user"],
    [
      "the MMCV index",
      "Dockerfile",
      "dist/cu111/torch1.9.0",
      "dist/cu118/torch1.9.0",
      "mmcv-index-matches-cuda",
    ],
    [
      "the commit",
      "Dockerfile",
      "MapTR.git#a6872d8d9670bde17b4b01560f1221f88b443d55",
      "MapTR.git#main",
      "git-is-pinned",
    ],
    ["one digit of the commit", "Dockerfile", "b443d55 /MapTR", "b443d56 /MapTR", "git-is-pinned"],
    [
      "the apt key",
      "Dockerfile",
      "RUN rm -f /etc/apt/sources.list.d/cuda.list /etc/apt/sources.list.d/nvidia-ml.list \\\n && apt-get update",
      "RUN apt-get update",
      "apt-key-is-mended",
    ],
    [
      "sshd's options",
      "Dockerfile",
      'CMD ["start-sshd"]',
      'CMD ["/usr/sbin/sshd", "-D", "-o", "PermitRootLogin=yes"]',
      "sshd-takes-keys-only",
    ],
    [
      "a requirement",
      "requirements.txt",
      "mmdet==2.14.0\nmmseg",
      "mmdet==2.28.2\nmmseg",
      "requirements-match-pins",
    ],
    [
      "torch in requirements",
      "requirements.txt",
      "torch==1.9.1+cu111\ntorchv",
      "torch==1.9.1+cu118\ntorchv",
      "requirements-match-pins",
    ],
    ["CUDA of model.yaml", "model.yaml", 'cuda: "11.1"', 'cuda: "11.8"', "base-matches-pins"],
  ])("%s changed in maptr is found on its line", async (_, file, from, to, rule) => {
    cpSync(`${root}/images/maptr`, `${workspace}/images/maptr`, { recursive: true });
    edit(`${workspace}/images/maptr/${file}`, from, to);
    const text = readFileSync(`${workspace}/images/maptr/${file}`, "utf8");
    const line = text.slice(0, text.indexOf(to)).split("\n").length;
    const { exitCode, records } = await verify();
    expect(exitCode).toBe(1);
    const own = records[0]?.findings.find((finding) => finding.rule === rule);
    const { file: found, line: foundLine } = own?.locations[0] ?? {};
    expect(found).toBe(`images/maptr/${file}`);
    expect(foundLine).toBe(line);
  });

  test.each([
    ["requirements.txt", ["COPY requirements.txt", "source=requirements.txt"]],
    ["inference.py", ["COPY --chown=1000:1000 inference.py"]],
    ["patches", ["source=patches"]],
  ])("%s left out of maptr is found wherever it is taken", async (name, places) => {
    const folder = `${workspace}/images/maptr`;
    cpSync(`${root}/images/maptr`, folder, { recursive: true });
    rmSync(`${folder}/${name}`, { recursive: true });
    const lines = readFileSync(`${folder}/Dockerfile`, "utf8").split("\n");
    const { exitCode, records } = await verify();
    expect(exitCode).toBe(1);
    const found = records[0]?.findings.filter(({ rule }) => rule === "copied-files-exist");
    expect(found?.map(({ locations }) => locations[0]?.line)).toEqual(
      places.map((place) => lines.findIndex((line) => line.includes(place)) + 1),
    );
  });

  test("a folder reached through a link, and links in it, raise no alarm", async () => {
    const folder = addImage("lanes");
    rmSync(`${folder}/requirements.txt`);
    writeFileSync(
      `${folder}/pins.txt`,
      readFileSync(`${root}/packages/dockerfile/fixtures/complete/requirements.txt`),
    );
    symlinkSync("pins.txt", `${folder}/requirements.txt`);
    symlinkSync("..", `${folder}/up`);
    edit(
      `${folder}/Dockerfile`,
      "COPY requirements.txt",
      "COPY up/lanes/Dockerfile /tmp/\nCOPY requirements.txt",
    );
    symlinkSync("images", `${workspace}/linked`);
    const { records } = await perform(verifyDockerfile, { models: "", "images-dir": "linked" }, host);
    expect((records as VerifyResult[]).map(({ findings, failure }) => ({ findings, failure }))).toEqual([
      { findings: [], failure: undefined },
    ]);
  });
});

test("a .dockerignore that cannot be read does not keep the Dockerfile from being verified", async () => {
  const folder = addImage("lanes");
  rmSync(`${folder}/.dockerignore`);
  mkdirSync(`${folder}/.dockerignore`);
  edit(`${folder}/Dockerfile`, "USER runpod", "RUN echo root:hunter2 | chpasswd\nUSER runpod");
  const { records } = await verify();
  expect(records[0]?.findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(["files-are-readable", "no-baked-password"]),
  );
  // The builder passes over it and sends everything.
  const { keptFiles, treeFiles } = (records[0] as VerifyResult).context ?? {};
  expect([keptFiles, typeof keptFiles]).toEqual([treeFiles, "number"]);
});

test.each([
  [
    "Dockerfile",
    "USER runpod",
    `RUN : ${"a".repeat(66_000)} && echo root:x | chpasswd\nUSER runpod`,
    "this RUN cannot",
  ],
  ["requirements.txt", "", `torch${" ".repeat(100_000)}x\n`, "this line cannot be checked"],
  [".dockerignore", "", "!*\n*\n".repeat(200_000), "more than 10000 patterns"],
  [".dockerignore", "", "#".repeat(2 ** 21), "at most 1048576 are read; what it keeps from the builder"],
])("what is too much of %s fails the step soon and with its reason", async (file, from, to, message) => {
  const path = `${addImage("lanes")}/${file}`;
  const text = readFileSync(path, "utf8");
  writeFileSync(path, from === "" ? to + text : text.replace(from, to));
  const start = performance.now();
  const { exitCode, records } = await verify();
  expect(exitCode).toBe(1);
  expect(records[0]?.findings).toContainEqual(
    expect.objectContaining({
      rule: "files-are-readable",
      severity: "error",
      message: expect.stringContaining(message),
    }),
  );
  expect(performance.now() - start).toBeLessThan(3000);
});
