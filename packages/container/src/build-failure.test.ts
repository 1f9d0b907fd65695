import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { explainBuildFailure, failingDockerfileLine } from "./build-failure.ts";
import { type BuildProgress, rawProgress } from "./build-progress.ts";

function read(text: string): BuildProgress {
  const progress = rawProgress();
  for (const line of text.split("\n")) progress.push(line);
  progress.end();
  return progress.result();
}

const fixture = (name: string): BuildProgress =>
  read(readFileSync(new URL(`fixtures/build/${name}.txt`, import.meta.url), "utf8"));

test.each([
  [
    "failed-step",
    1,
    "build-failed",
    /^step "\[broken 1\/1\] RUN .*" failed: it did not complete successfully: exit code: 3\ncompiling\nerror: nvcc/,
  ],
  ["missing-file", 1, "build-failed", /not in its build context: step "\[image 1\/3\] COPY missing.txt/],
  ["no-base", 1, "build-failed", /could not be fetched: step "\[context base\] load metadata/],
  [
    "no-registry",
    1,
    "push-failed",
    /registry did not take it: step "exporting to image" failed: failed to push/,
  ],
  [
    "no-target",
    1,
    "build-failed",
    /no such target: docker buildx build ended with exit code 1: target stage "nosuch"/,
  ],
  ["parse-error", 1, "build-failed", /: dockerfile parse error on line 5: unknown instruction: FORM/],
  ["no-builder", 1, "engine-missing", /no builder of that name/],
  ["no-engine", 1, "engine-missing", /no Docker engine answers/],
  ["no-plugin", 125, "engine-missing", /its buildx plugin is not/],
  ["old-engine", 1, "engine-too-old", /too old/],
  ["killed-engine", 1, "engine-missing", /went away in the middle/],
])("%s", (name, code, expected, message) => {
  const failure = explainBuildFailure({ code, signal: null }, fixture(name));
  expect(failure.code).toBe(expected);
  expect(failure.message).toMatch(message);
});

test("the headline of docker's own refusal ends with a word, and its lines follow", () => {
  const { message } = explainBuildFailure({ code: 125, signal: null }, fixture("no-plugin"));
  expect(message.split("\n").slice(0, 2)).toEqual([
    "docker is here, but its buildx plugin is not: docker buildx build ended with exit code 125",
    "unknown flag: --progress",
  ]);
});

test.each([
  ["docker: unknown command: docker buildx\n\nRun 'docker --help' for more information", "engine-missing"],
  ["docker: 'buildx' is not a docker command.\nSee 'docker --help'", "engine-missing"],
  [
    "ERROR: permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock",
    "engine-missing",
  ],
  ["unknown flag: --build-context\nSee 'docker buildx build --help'.", "engine-too-old"],
  ["ERROR: failed to build: failed to solve: write /x: no space left on device", "build-failed"],
])("%s", (text, code) => {
  expect(explainBuildFailure({ code: 1, signal: null }, read(text)).code).toBe(code);
});

const step = (error: string, output: string): BuildProgress => {
  const vertexes = [{ digest: "v", name: "[image 2/3] RUN make", started: "2026-01-01T00:00:00Z", error }];
  const logs = [{ vertex: "v", data: Buffer.from(output).toString("base64") }];
  return read(JSON.stringify({ vertexes, logs }));
};
const ended = (code: number): string =>
  `process "/bin/sh -c make" did not complete successfully: exit code: ${code}`;

test.each([
  [
    "a full disk, in the words of pip",
    step(ended(1), "OSError: [Errno 28] No space left on device\n"),
    /disk of the builder is full/,
  ],
  ["a killed compiler", step(ended(137), "nvcc ...\n"), /want of memory/],
  [
    "output that talks like docker",
    step(ended(1), "Cannot connect to the Docker daemon\nfailed to push\n"),
    /^step "\[image 2\/3\]/,
  ],
  [
    "a command that talks like docker",
    step(ended(1).replace("make", "echo failed to push"), ""),
    /^step "\[image 2\/3\]/,
  ],
])("%s", (_, progress, message) => {
  expect(explainBuildFailure({ code: 1, signal: null }, progress).message).toMatch(message);
});

test.each([
  [{ code: 3, signal: null }, "exit code 3 and said nothing"],
  [{ code: null, signal: "SIGKILL" }, "signal SIGKILL and said nothing"],
])("%j without a word is a failure", (end, message) => {
  const failure = explainBuildFailure(end, read(""));
  expect(failure).toMatchObject({ code: "build-failed", message: expect.stringContaining(message) });
  expect(failure.detail).toBeUndefined();
});

test("an endless line does not fill the record", () => {
  const failure = explainBuildFailure({ code: 1, signal: null }, step(ended(1), "x".repeat(1e6)));
  expect(failure.message.length).toBeLessThanOrEqual(4000);
  expect(failure.detail?.length).toBeLessThanOrEqual(20_000);
});

test.each([
  ["failed-step", 11],
  ["missing-file", 6],
  ["parse-error", 5],
  ["no-target", null],
])("%s happened at line %s", (name, line) => {
  expect(failingDockerfileLine(fixture(name).plainLines)).toBe(line);
});
