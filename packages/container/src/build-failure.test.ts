import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { explainBuildFailure, failingDockerfileLine } from "./build-failure.ts";
import { isRetriable } from "./build-failure-sign.ts";
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
  [
    "no-base",
    1,
    "registry-unreachable",
    /could not be reached, or failed itself: step "\[context base\] load metadata/,
  ],
  [
    "no-registry",
    1,
    "registry-unreachable",
    /could not be reached, or failed itself: step "exporting to image" failed: failed to push/,
  ],
  [
    "no-target",
    1,
    "build-failed",
    /no such target: docker buildx build ended with exit code 1: target stage "nosuch"/,
  ],
  ["parse-error", 1, "build-failed", /: dockerfile parse error on line 5: unknown instruction: FORM/],
  ["no-builder", 1, "builder-missing", /no builder of that name/],
  ["remote-down", 1, "builder-missing", /the builder does not answer: step "\[internal\] waiting/],
  ["no-engine", 1, "engine-missing", /no Docker engine answers/],
  ["no-plugin", 125, "engine-missing", /its buildx plugin is not/],
  ["old-engine", 1, "engine-too-old", /too old/],
  ["killed-engine", 1, "engine-lost", /went away in the middle/],
  ["disk-run", 1, "disk-full", /disk of the builder is full: step "\[3\/3\] RUN/],
  ["disk-context", 102, "disk-full", /disk of the builder is full: step "\[internal\] load build context/],
  ["disk-export", 1, "disk-full", /disk of the builder is full: step "exporting to image/],
  ["secret-file", 1, "secret-missing", /the file of a secret is not there/],
  ["secret-none", 1, "secret-missing", /asks for a secret .* secret tok: not found/],
  ["ssh-none", 1, "secret-missing", /unset ssh forward key default/],
  ["push-429", 1, "rate-limited", /limits how often it is asked: step "exporting to image"/],
  ["pull-429", 1, "rate-limited", /limits how often it is asked: step "\[internal\] load metadata/],
  ["cache-out-429", 1, "rate-limited", /limits how often it is asked: step "exporting cache to registry"/],
  ["push-401", 1, "registry-refused", /did not let this build in: .*401 Unauthorized/],
  ["push-403", 1, "registry-refused", /did not let this build in: .*403 Forbidden/],
  ["pull-401", 1, "registry-refused", /did not let this build in: step "\[internal\] load metadata/],
  ["push-503", 1, "registry-unreachable", /failed itself: .*503 Service Unavailable/],
  ["pull-503", 1, "registry-unreachable", /failed itself: .*503 Service Unavailable/],
  ["push-reset", 1, "registry-unreachable", /failed itself: .*connection reset by peer/],
  ["classic-cache", 1, "invalid-input", /cannot make that output or cache: .*Cache export is not supported/],
  ["docker-by-digest", 1, "invalid-input", /cannot make that output or cache: .*push-by-digest/],
  [
    "unpack-conflict",
    1,
    "invalid-input",
    /cannot make that output or cache: .*"rewrite-timestamp" conflicts/,
  ],
])("%s", (name, code, expected, message) => {
  const failure = explainBuildFailure({ code, signal: null }, fixture(name));
  expect(failure.code).toBe(expected);
  expect(failure.message).toMatch(message);
});

test.each([
  ...["push-429", "pull-429", "cache-out-429", "push-503", "pull-503", "push-reset"].map(
    (name) => [name, true] as const,
  ),
  ...["push-401", "push-403", "no-registry", "no-base", "disk-export", "killed-engine", "no-builder"].map(
    (name) => [name, false] as const,
  ),
  ...["failed-step", "secret-none", "classic-cache", "built"].map((name) => [name, false] as const),
])("%s may be tried again: %s", (name, expected) => expect(isRetriable(fixture(name))).toBe(expected));

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
  ["ERROR: failed to build: failed to solve: write /x: no space left on device", "disk-full"],
  // The engine of killed-engine, killed again: about half of the times it is one of these.
  ["ERROR: failed to build: failed to solve: Unavailable: error reading from server: EOF", "engine-lost"],
  [
    "ERROR: failed to build: failed to solve: Unavailable: error reading from server: connection reset by peer",
    "engine-lost",
  ],
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
  "429 Too Many Requests\n",
  "read tcp 10.0.0.1: connection reset by peer\n",
  "503 Service Unavailable\n",
])("an instruction that prints %j is never tried again", (output) => {
  expect(isRetriable(step(ended(1), output))).toBe(false);
  expect(isRetriable(step(`${ended(1)}: ${output}`, ""))).toBe(false);
  expect(explainBuildFailure({ code: 1, signal: null }, step(ended(1), output)).code).toBe("build-failed");
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
