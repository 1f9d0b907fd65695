import type { BuildResult, LockEntry } from "@mia/step-result";
import { describe, expect, test } from "vitest";
import { build, digest, lock, measuredBuild, plan } from "../testing/records.ts";
import { figuresOf } from "./figures.ts";
import type { Figure } from "./view.ts";
import { viewOf } from "./view-of.ts";

const sha = (digit: string): string => `sha256:${digit.repeat(64)}`;

function figure(record: Parameters<typeof figuresOf>[0], title: string | RegExp): Figure | undefined {
  return figuresOf(record).find((one) =>
    typeof title === "string" ? one.title === title : title.test(one.title),
  );
}

function cells(shown: Figure | undefined): string[][] {
  return (shown?.rows ?? []).map((row) => row.cells);
}

function facts(record: Parameters<typeof figuresOf>[0]): string[] {
  const [detail] = viewOf([record]).details;
  return (detail?.groups ?? []).flatMap((group) =>
    group.facts.map(({ label, value }) => `${label}: ${value}`),
  );
}

function image(compressedBytes: number, before?: number): Partial<BuildResult> {
  const previous =
    before === undefined ? {} : { previous: { ref: "r.test/a:1", digest, compressedBytes: before } };
  return { sizes: { compressedBytes, layers: [], ...previous } };
}

test("a record that measures nothing has no figures, and its facts are what they were", () => {
  expect(figuresOf(build("maptr"))).toEqual([]);
  expect(facts(build("maptr"))).toEqual([
    "Evidence: real",
    "Folder: images/maptr",
    "Target: runtime",
    "Tag: maptr:test",
    `Digest: ${digest}`,
    `Configuration: ${digest}`,
    "Image size: 7.6 GiB",
    "Sent to the builder: 12.3 KiB",
    "Build steps: 20, 12 from cache",
    "Pushed: no",
    "Builder: default",
    "Started: 2026-01-01 00:00:00 UTC",
  ]);
});

describe("phases", () => {
  test("stand in the order they began, each with its time, its share and its place on the clock", () => {
    const shown = figure(measuredBuild("maptr"), /^Where/);
    expect(shown?.title).toBe("Where 3 min 20 s of build went");
    expect(cells(shown).map(([name]) => name)).toEqual([
      "cache in",
      "context",
      "base pull",
      "RUN",
      "COPY",
      "export",
      "push",
    ]);
    expect(cells(shown)[3]).toEqual(["RUN", "1 min 2 s", "1 min 40 s", "50%"]);
    expect(shown?.rows[6]?.bar).toEqual([{ from: 0.85, to: 1 }]);
    expect(shown?.note).toMatch(/more than 100%/);
  });

  test.each([
    ["none", []],
    ["only such as took no time", [{ name: "run" as const, startMs: 5, durationMs: 0 }]],
  ])("%s make no figure", (_, phases) => {
    expect(figure(measuredBuild("maptr", { phases }), /^Where/)).toBeUndefined();
  });

  test("a thousand stretches make bars of at most some hundred parts", () => {
    const phases = Array.from({ length: 1000 }, (_, at) => ({
      name: "run" as const,
      startMs: at * 1000,
      durationMs: 400,
    }));
    const bar = figure(measuredBuild("maptr", { phases }), /^Where/)?.rows[0]?.bar ?? [];
    expect(bar.length).toBeLessThanOrEqual(200);
    expect(bar.at(-1)?.to).toBe(1);
  });
});

describe("the size beside the previous image", () => {
  test.each([
    [900, 1000, "100 bytes (100 B, 10%) smaller than r.test/a:1 (sha256:0123456789ab)", "10% smaller"],
    [1000, 900, "100 bytes (100 B, 11%) larger than r.test/a:1 (sha256:0123456789ab)", "11% larger"],
    [1000, 1000, "the same size as r.test/a:1 (sha256:0123456789ab)", "same size as before"],
    [1000, 0, "1,000 bytes (1000 B) larger than r.test/a:1 (sha256:0123456789ab)", "1000 B larger"],
    [1_000_001, 1_000_000, "1 byte (1 B, <0.1%) larger than", "<0.1% larger"],
  ])("%i after %i", (now, before, long, short) => {
    const record = measuredBuild("maptr", image(now, before));
    expect(facts(record).join("\n")).toContain(`Size change: ${long}`);
    expect(cells(figure(record, /beside the previous/))[1]?.[2]).toBe(short);
    expect(viewOf([plan(["maptr"]), record]).table?.rows[0]?.cells).toContainEqual(
      expect.objectContaining({ more: `compressed, ${short}, sha256:0123456789ab` }),
    );
  });

  test("is nothing where there is none", () => {
    expect(figuresOf(measuredBuild("maptr", image(5))).map(({ title }) => title)).not.toContainEqual(
      expect.stringMatching(/previous|layers/),
    );
    expect(facts(measuredBuild("maptr", image(5))).join()).not.toContain("previous");
  });
});

test("the ten largest layers are shown with what made them, the others are counted", () => {
  const layers = Array.from({ length: 14 }, (_, at) => ({
    digest: sha("1"),
    bytes: at + 1,
    instruction: `RUN ${at}`,
  }));
  const shown = figure(measuredBuild("maptr", { sizes: { compressedBytes: 105, layers } }), "Largest layers");
  expect(cells(shown)[0]).toEqual(["14", "14 B", "13%", "RUN 13"]);
  expect(shown?.rows).toHaveLength(10);
  expect(shown?.note).toBe("4 more layers of 10 B together.");
});

describe("the build context", () => {
  test("is told from the folder to what was sent", () => {
    expect(cells(figure(measuredBuild("maptr"), "Build context"))).toEqual([
      ["in the folder", "4,821", "2.3 GiB", "100%"],
      ["left by the ignore file", "220", "15.0 MiB", "0.6%"],
      ["asked for by the Dockerfile", "14", "1.2 MiB", "<0.1%"],
      ["sent to the builder", "", "12.3 KiB", "<0.1%"],
    ]);
  });

  test("says what is not known", () => {
    const { context } = measuredBuild("maptr");
    const record = measuredBuild("maptr", {
      context: context && { ...context, selected: null },
      transferredBytes: null,
    });
    const shown = figure(record, "Build context");
    expect(cells(shown)[2]).toEqual(["asked for by the Dockerfile", "", "unknown", ""]);
    expect(cells(shown)[3]).toEqual(["sent to the builder", "", "unknown", ""]);
    expect(shown?.note).toContain("not known here");
  });

  test("names rules that keep back most, largest paths and patterns that match nothing", () => {
    const record = measuredBuild("maptr");
    expect(cells(figure(record, /keep back most/))[0]).toEqual(["4", "*.pth", "3", "2.0 GiB"]);
    expect(cells(figure(record, /Largest files/))[0]).toEqual(["793.0 KiB", "patches/0001-mmcv.patch"]);
    expect(cells(figure(record, /match nothing/))).toEqual([["12", "wheelhouse/"]]);
  });

  test("fills its column where no verify record does", () => {
    const table = viewOf([plan(["maptr"]), measuredBuild("maptr")]).table;
    expect(table?.rows[0]?.cells).toContainEqual({ text: "15.0 MiB of 2.3 GiB" });
  });
});

test("pins are shown whole, and one that names nothing says so", () => {
  expect(cells(figure(measuredBuild("maptr"), "What it was built from"))).toEqual([
    ["base image", "docker.io/pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel", digest],
    ["git commit", "https://github.com/hustvl/MapTR.git", "0".repeat(40)],
    ["frontend", "docker/dockerfile:1", "none named"],
  ]);
});

describe("the lock of a build", () => {
  const file = "images/models.lock.yaml";
  const none = { file, unknown: [], drift: [] };
  const drift = [{ name: "pytorch/pytorch:1.9.1", locked: sha("1"), found: sha("2") }];
  test.each([
    [{ ...none, state: "held" as const }, `held: everything is as ${file} says`, []],
    [
      { ...none, state: "incomplete" as const, unknown: ["mmcv-full", "torch"] },
      `incomplete: ${file} does not hold mmcv-full and torch`,
      ["lock incomplete"],
    ],
    [
      { ...none, state: "drifted" as const, drift, unknown: ["torch"] },
      `drifted: 1 thing not as ${file} says (pytorch/pytorch:1.9.1); it does not hold torch`,
      ["lock drifted"],
    ],
    [
      { ...none, state: "absent" as const },
      `absent: nothing of this model is in ${file}, so that nothing holds what the names stand for`,
      [],
    ],
  ])("%#", (state, words, inRow) => {
    const record = measuredBuild("maptr", { lock: state });
    expect(facts(record)).toContain(`Lock: ${words}`);
    const [cell] = viewOf([plan(["maptr"], { expects: ["build"] }), record]).table?.rows[0]?.cells ?? [];
    expect(cell?.more).toBe(["3 min 20 s, 60% cached", ...inRow].join(", "));
    expect(cells(figure(record, /^Not as/))).toEqual(
      state.drift.map(({ name, locked, found }) => [name, locked, found]),
    );
  });
});

test("a lock's record names what moved and what nobody knows, each with its reason", () => {
  const entries: LockEntry[] = [
    { kind: "wheel", name: "held", locked: "1", resolved: "1" },
    { kind: "wheel", name: "silent", locked: "1", resolved: null, reason: "its index did not answer" },
    { kind: "wheel", name: "moved", locked: "1", resolved: "2" },
    { kind: "wheel", name: "new", locked: null, resolved: "2" },
  ];
  const record = lock("maptr", { entries });
  expect(facts(record)).toContain("Locked: 4 things: 1 held, 2 moved, 1 not known now");
  expect(cells(figure(record, /^Not held/))).toEqual([
    ["moved", "1", "2", ""],
    ["new", "nothing", "2", ""],
    ["silent", "1", "unknown", "its index did not answer"],
  ]);
  expect(figuresOf(lock("maptr", { entries: entries.slice(0, 1) }))).toEqual([]);
});

test("a lock's record that knows its state tells what moved as drift, and what it changed", () => {
  const asked = { kind: "wheel" as const, asked: true };
  const record = lock("maptr", {
    mode: "check",
    offline: true,
    written: false,
    entries: [
      { ...asked, name: "moved", locked: "1", resolved: "2" },
      { ...asked, name: "silent", locked: "1", resolved: null, reason: "no answer" },
      { ...asked, asked: false, name: "offline", locked: "1", resolved: "1" },
    ],
    lock: {
      file: "models.lock.yaml",
      state: "drifted",
      unknown: [],
      drift: [{ name: "moved", locked: "1", found: "2" }],
    },
    changes: ["wheel moved 1 → 2"],
  });
  expect(facts(record)).toEqual(
    expect.arrayContaining([
      "Mode: check, offline",
      "Lock: drifted: 1 thing not as models.lock.yaml says (moved)",
      "Locked: 3 things: 1 moved, 1 not known now, 1 not asked for",
      "File changed: no",
    ]),
  );
  expect(figuresOf(record).map(({ title, rows }) => [title, ...rows.map((row) => row.cells[0])])).toEqual([
    ["Not as the lock file says", "moved"],
    ["Not held, or without an answer", "silent"],
    ["Changes not written to the lock file", "wheel moved 1 → 2"],
  ]);
  expect(viewOf([record]).sentence).toBe("Passed: maptr lock, drifted, 3 locked things.");
});
