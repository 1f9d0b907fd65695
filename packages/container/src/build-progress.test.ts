import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type BuildProgress, rawProgress } from "./build-progress.ts";

function read(lines: string[]): BuildProgress & { shown: string[] } {
  const progress = rawProgress();
  const shown = lines.flatMap((line) => progress.push(line));
  shown.push(...progress.end());
  return { ...progress.result(), shown };
}

const fixture = (name: string): string[] =>
  readFileSync(new URL(`fixtures/build/${name}.txt`, import.meta.url), "utf8").split("\n");

test.each([
  ["built", { total: 5, cached: 0 }],
  ["cached", { total: 5, cached: 5 }],
  ["pushed", { total: 5, cached: 5 }],
  ["failed-step", { total: 6, cached: 5 }],
  ["no-target", { total: 0, cached: 0 }],
])("%s: instructions", (name, steps) => expect(read(fixture(name)).steps).toEqual(steps));

test("the context is what the main context vertex received, not the .dockerignore and not a named context", () => {
  const { transferredBytes } = read(fixture("built"));
  // Two COPYs of one 1,982,256 byte file, sent once, and a file of 6 bytes, with their headers.
  expect(transferredBytes).toBeGreaterThan(1_982_262);
  expect(transferredBytes).toBeLessThan(1_984_000);
  expect(read(fixture("no-target")).transferredBytes).toBeNull();
});

test("a person sees names, output as it comes, and how each step ended", () => {
  const { shown } = read(fixture("built"));
  const run = shown.findIndex((line) => /^#\d+ \[image 3\/3\] RUN/.test(line));
  const number = /^#\d+/.exec(shown[run] ?? "")?.[0];
  const ofRun = shown.slice(run + 1).filter((line) => line.startsWith(`${number} `));
  expect(ofRun).toEqual([
    `${number} | first line`,
    `${number} | second ä line`,
    `${number} | last line`,
    expect.stringMatching(/ DONE \d\.\ds$/),
  ]);
  expect(read(fixture("cached")).shown.filter((line) => line.endsWith(" CACHED"))).toHaveLength(5);
});

test("the failing step is known by name, with its own last lines", () => {
  const { failed, plainLines, running } = read(fixture("failed-step"));
  expect(failed?.name).toMatch(/^\[broken 1\/1\] RUN busybox echo compiling/);
  expect(failed?.error).toMatch(/exit code: 3$/);
  expect(failed?.lastLines).toEqual(["compiling", "error: nvcc fatal : Unsupported gpu architecture"]);
  expect(plainLines[0]).toBe("Dockerfile:11");
  expect(running).toEqual([]);
});

test("a step that was only cancelled is not to blame", () => {
  expect(read(fixture("no-base")).failed?.name).toBe("[context base] load metadata for 127.0.0.1:1/none:1");
});

test("when the engine dies, the step it was at is known", () => {
  expect(read(fixture("killed-engine")).running).toEqual([expect.stringContaining("RUN busybox printf")]);
});

const at = (seconds: number): string => new Date(seconds * 1000).toISOString();
const vertex = (fields: object): string =>
  JSON.stringify({ vertexes: [{ digest: "v", name: "RUN x", ...fields }] });
const log = (data: Uint8Array | string): string =>
  JSON.stringify({ logs: [{ vertex: "v", data: Buffer.from(data).toString("base64") }] });

test("a character cut in two by the stream is whole in the log, and a progress bar is its last state", () => {
  const bytes = Buffer.from("größe 10%\r50%\r100%\nend");
  const { shown } = read([vertex({ started: at(1) }), log(bytes.subarray(0, 3)), log(bytes.subarray(3))]);
  expect(shown).toEqual(["#1 RUN x", "#1 | 100%", "#1 | end"]);
});

test("a step that restarts is told once, with the sum of its times", () => {
  const { shown, running } = read([
    vertex({ started: at(1), completed: at(1) }),
    vertex({ started: at(2) }),
    vertex({ started: at(2), completed: at(65) }),
  ]);
  expect(shown).toEqual(["#1 RUN x", "#1 DONE 1m 03s"]);
  expect(running).toEqual([]);
});

test("a long transfer shows that it is alive, a short one nothing", () => {
  const pulled = (current: number): string =>
    JSON.stringify({ statuses: [{ id: "sha256:abc", vertex: "v", current, total: 3e9 }] });
  const { shown } = read([vertex({ started: at(1) }), pulled(1e6), pulled(3e8), pulled(3.1e8), pulled(9e8)]);
  expect(shown).toEqual([
    "#1 RUN x",
    "#1 sha256:abc 300.0 MB of 3.00 GB",
    "#1 sha256:abc 900.0 MB of 3.00 GB",
  ]);
});

test.each([
  "garbage",
  "{",
  "{}",
  "null",
  '{"message":"hello"}',
  "WARNING: current commit information was not captured",
])("%j is no progress and is kept", (line) => {
  const { plainLines, shown, began } = read([line]);
  expect([plainLines, shown, began]).toEqual([[line], [line], false]);
});

test.each([
  '{"vertexes":[1,null,"x",{"digest":7}]}',
  '{"logs":[{"vertex":"v","data":"***"},{"data":5}]}',
  '{"statuses":[{"vertex":"v","current":-1},{"vertex":"v","current":"x"}]}',
  '{"vertexes":{}, "logs":[[]]}',
])("%s does no harm", (line) => expect(() => read([line])).not.toThrow());

test("a flood is kept within bounds", () => {
  const many = Array.from({ length: 5000 }, (_, index) => `line ${index} ${"x".repeat(10_000)}`);
  const { plainLines } = read(many);
  expect(plainLines).toHaveLength(400);
  expect(plainLines.at(-1)).toMatch(/^line 4999 /);
  expect(Math.max(...plainLines.map((line) => line.length))).toBe(4096);
  const noisy = read([
    vertex({ started: at(1) }),
    ...Array.from({ length: 500 }, (_, i) => log(`out ${i}\n`)),
    vertex({ error: "x" }),
  ]);
  expect(noisy.failed?.lastLines).toHaveLength(60);
});
