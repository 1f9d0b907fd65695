import { readFileSync } from "node:fs";
import { BuildResult } from "@mia/step-result";
import { expect, test } from "vitest";
import { mergedIntervals, withoutIntervals } from "./build-interval.ts";
import { phaseOfStatus, phaseOfStep } from "./build-phase-name.ts";
import { phaseTotals } from "./build-phases.ts";
import { type BuildProgress, rawProgress } from "./build-progress.ts";

function read(lines: readonly string[]): BuildProgress {
  const progress = rawProgress();
  for (const line of lines) progress.push(line);
  progress.end();
  return progress.result();
}
const fixture = (name: string): BuildProgress =>
  read(readFileSync(new URL(`fixtures/build/${name}.txt`, import.meta.url), "utf8").split("\n"));

test.each([
  ["[internal] load build definition from Dockerfile", "context"],
  ["[internal] load .dockerignore", "context"],
  ["[internal] load build context", "context"],
  ["[context model-runtime] load from client", "context"],
  ["[context base] load metadata for 127.0.0.1:1/none:1", "pull"],
  ["[internal] load metadata for docker.io/library/debian:12", "pull"],
  ["resolve image config for docker-image://docker.io/docker/dockerfile:1", "pull"],
  ["docker-image://docker.io/docker/dockerfile:1@sha256:00", "pull"],
  ["[base 1/1] FROM 127.0.0.1:5000/x@sha256:00", "pull"],
  ["[linux/arm64 base 1/3] FROM x", "pull"],
  ["[2/7] RUN make", "run"],
  ["[linux/amd64 image 2/7] RUN make", "run"],
  ["[image 2/7] run make", "run"],
  ["[image 1/3] COPY a b", "copy"],
  ["[image 1/3] ADD a b", "copy"],
  ["[upstream 1/1] ADD https://github.com/o/r.git#main /src", "pull"],
  ["[upstream 1/1] ADD --checksum=sha256:00 --link https://host/x /x", "pull"],
  ["[image 1/3] WORKDIR /app", "other"],
  ["exporting to image", "export"],
  ["exporting to docker image format", "export"],
  ["exporting to client directory", "export"],
  ["sending tarball", "export"],
  ["importing cache manifest from ghcr.io/o/x", "cache-import"],
  ["exporting cache to GitHub Actions Cache", "cache-export"],
  ["preparing layers for inline cache", "cache-export"],
  ["[auth] o/x:pull token for ghcr.io", "other"],
  ["", "other"],
])("%s is %s", (name, phase) => expect(phaseOfStep(name)).toBe(phase));

test("a push is a part of its export, and a layer of a cache a part of the step it was made by", () => {
  expect(phaseOfStatus("pushing layers", "export")).toBe("push");
  expect(phaseOfStatus("exporting layers", "export")).toBeUndefined();
  expect(phaseOfStatus("extracting sha256:00", "run")).toBe("cache-import");
  expect(phaseOfStatus("sha256:00", "pull")).toBeUndefined();
});

test("a build with a base, a push and a cache", () => {
  const { phases, pulledBytes, importedBytes, contexts, cacheWritten, transferredBytes } = fixture("full");
  const totals = phaseTotals(phases);
  expect(BuildResult.shape.phases.safeParse(phases).success).toBe(true);
  expect(totals.run).toBeGreaterThan(2000);
  expect(totals.run).toBeLessThan(2400);
  // 0.24 s for the layers and 0.04 s for the manifest, out of 1.12 s of exporting.
  expect(totals.push).toBeGreaterThanOrEqual(270);
  expect(totals.push).toBeLessThanOrEqual(300);
  expect(totals.export).toBeGreaterThan(780);
  expect(totals.export).toBeLessThan(860);
  expect(totals["cache-export"]).toBeGreaterThan(900);
  expect([pulledBytes, importedBytes, cacheWritten]).toEqual([6_002_144, 0, true]);
  expect(contexts).toEqual([{ name: "model-runtime", bytes: 30 }]);
  expect(transferredBytes).toBe(1_982_697);
});

test("an empty builder that finds everything in a registry's cache runs nothing", () => {
  const { phases, steps, importedBytes, pulledBytes } = fixture("imported");
  const totals = phaseTotals(phases);
  expect(steps).toEqual({ total: 10, cached: 9 });
  expect(totals.run).toBeUndefined();
  expect(totals["cache-import"]).toBeGreaterThan(100);
  expect(pulledBytes).toBe(0);
  expect(importedBytes).toBe(9_248_631);
});

test("a cache that cannot be read fails nothing and is told; one that cannot be written too", () => {
  expect(fixture("cache-in-429")).toMatchObject({
    failed: null,
    cacheProblems: [expect.stringMatching(/429 Too Many/)],
  });
  expect(fixture("cache-out-ignored")).toMatchObject({
    ...{ cacheWritten: false, cacheProblems: [expect.stringMatching(/^exporting cache to registry: .*503/)] },
  });
  expect(fixture("built").cacheWritten).toBeNull();
});

test("an engine that was killed: what it was at ran until the last word", () => {
  const run = fixture("killed-engine").phases.filter(({ name }) => name === "run");
  expect(run.length).toBeLessThanOrEqual(1);
});

const at = (seconds: number): string => new Date(1e12 + seconds * 1000).toISOString();
const step = (digest: string, name: string, started: number, completed?: number): string =>
  JSON.stringify({
    vertexes: [
      {
        digest,
        name,
        started: at(started),
        ...(completed === undefined ? {} : { completed: at(completed) }),
      },
    ],
  });
const run = (digest: string, started: number, completed?: number): string =>
  step(digest, "[a 1/2] RUN x", started, completed);
const phase = (name: string, start: number, duration: number): object => ({
  ...{ name, startMs: start * 1000, durationMs: duration * 1000 },
});

test.each<[string, string[], object[]]>([
  ["side by side counts once", [run("a", 0, 4), run("b", 1, 6)], [phase("run", 0, 6)]],
  [
    "one after the other is two stretches",
    [run("a", 0, 1), run("b", 3, 4)],
    [phase("run", 0, 1), phase("run", 3, 1)],
  ],
  ["a moment between is none", [run("a", 0, 1), run("b", 1.01, 2)], [phase("run", 0, 2)]],
  [
    "phases overlap",
    [run("a", 0, 4), step("b", "[b 1/1] FROM x", 1, 2)],
    [phase("run", 0, 4), phase("pull", 1, 1)],
  ],
  ["told twice", [run("a", 0, 1), run("a", 0, 1)], [phase("run", 0, 1)]],
  ["started again", [run("a", 0, 1), run("a", 2), run("a", 2, 5)], [phase("run", 0, 1), phase("run", 2, 3)]],
  ["started again without an end", [run("a", 0), run("a", 2), run("a", 2, 3)], [phase("run", 0, 3)]],
  ["never ended", [run("a", 0), run("b", 1, 3)], [phase("run", 0, 3)]],
  ["an end before its start", [run("a", 5, 1), run("b", 5, 6)], [phase("run", 0, 1)]],
  ["before the first of all", [run("a", 10, 11), run("b", 0, 12)], [phase("run", 0, 2)]],
  ["a clock that jumps by a year", [run("a", 0, 1), run("b", 2, 31_536_000)], [phase("run", 0, 1)]],
  ["no times", ['{"vertexes":[{"digest":"a","name":"[a 1/2] RUN x"}]}'], []],
  [
    "times that are none",
    ['{"vertexes":[{"digest":"a","name":"RUN","started":"yesterday","completed":"x"}]}'],
    [],
  ],
])("%s", (_, lines, expected) => expect(read(lines).phases).toEqual(expected));

test("intervals", () => {
  const all = [
    { start: 5, end: 9 },
    { start: 0, end: 2 },
    { start: 1, end: 3 },
    { start: 4, end: 4 },
  ];
  expect(mergedIntervals(all)).toEqual([
    { start: 0, end: 3 },
    { start: 5, end: 9 },
  ]);
  expect(mergedIntervals(all, 2)).toEqual([{ start: 0, end: 9 }]);
  expect(
    withoutIntervals(mergedIntervals(all), [
      { start: 1, end: 2 },
      { start: 2.5, end: 6 },
    ]),
  ).toEqual([
    { start: 0, end: 1 },
    { start: 2, end: 2.5 },
    { start: 6, end: 9 },
  ]);
});

test("a flood of steps, restarts and statuses stays bounded and quick", () => {
  const began = performance.now();
  const progress = rawProgress();
  for (let index = 0; index < 30_000; index++) progress.push(run(`v${index}`, index * 2, index * 2 + 1));
  for (let index = 0; index < 30_000; index++) progress.push(run("v1", index * 3, index * 3 + 1));
  for (let index = 0; index < 30_000; index++) {
    progress.push(
      JSON.stringify({ statuses: [{ id: `sha256:${index}`, vertex: "v1", current: 1, started: at(index) }] }),
    );
  }
  const { phases } = progress.result();
  expect(phases.length).toBeLessThanOrEqual(300);
  expect(performance.now() - began).toBeLessThan(6000);
});
