import { describe, expect, test } from "vitest";
import { hostileRecords, manyRecords } from "../testing/hostile.ts";
import {
  build,
  digest,
  error,
  failedWith,
  measuredBuild,
  plan,
  smoke,
  standIn,
  unknownEvidence,
  verify,
  whole,
} from "../testing/records.ts";
import { renderTerminal } from "./render-terminal.ts";
import { padTo, widthOf } from "./width.ts";
import { wrap } from "./wrap.ts";

const colours = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, "g");

test("columns are aligned and what does not fit stands under the row", () => {
  const lines = renderTerminal([plan(["maptr", "streampetr"]), ...whole("maptr"), ...whole("streampetr")], {
    width: 110,
  }).split("\n");
  const head = lines.find((line) => line.startsWith("Model")) ?? "";
  const rows = lines.filter((line) => /^(maptr|streampetr) /.test(line));
  for (const row of rows) expect(row.indexOf("real")).toBe(head.indexOf("Evidence"));
  expect(lines[0]).toBe("Passed: all 6 planned steps of 2 models (maptr and streampetr).");
  expect(lines.join("\n")).toContain("image: sha256:0123456789ab");
});

test("a narrow terminal gets one fact a line", () => {
  const text = renderTerminal([...whole("maptr"), verify("vad")], { width: 50 });
  expect(text).toMatch(/^maptr\n {2}Verify +passed$/m);
  for (const line of text.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(50);
});

test("a failure names file and line, message, remedy and the end of the log", () => {
  const findings = [error("images/maptr/Dockerfile", 41, "The final USER is root.")];
  const text = renderTerminal([
    verify("maptr", { status: "failed", findings }),
    build("maptr", failedWith("build-failed", "exited with 1", "one\ntwo")),
  ]);
  expect(text).toContain(
    "error  maptr verify  images/maptr/Dockerfile:41  final-user\n  The final USER is root.\n  Fix: End",
  );
  expect(text).toContain("  | one\n  | two");
});

test("a stand-in is named in its row and in the text", () => {
  const text = renderTerminal([verify("maptr"), smoke("maptr", standIn)], { width: 120 });
  expect(text).toContain("evidence: stand-in for maptr smoke; replaced: base, upstream, wheels.");
  expect(text).toMatch(/^maptr .*stand-in$/m);
  expect(text).toContain("evidence: base, upstream, wheels replaced");
});

test("unknown evidence is named in its row with the reason", () => {
  const text = renderTerminal([verify("maptr"), smoke("maptr", unknownEvidence)], { width: 120 });
  expect(text).toMatch(/^maptr .*unknown$/m);
  expect(text).toContain("evidence: smoke: nothing says how its image was built");
  expect(text).not.toMatch(/^maptr .*real/m);
});

test("a pushed image has its digest for its size", () => {
  const text = renderTerminal([verify("maptr"), build("maptr", { sizeBytes: null, pushed: true })]);
  expect(text).toMatch(/^maptr .* sha256:0123456789ab +real$/m);
  expect(text).not.toContain("size unknown");
  expect(text).not.toContain("image: sha256");
});

test("a failed record is told in full once: by its issue", () => {
  const message = `pip found no wheel for ${"a-package-of-some-length ".repeat(8)}at all\nas its second line says`;
  const text = renderTerminal(
    [build("maptr", { ...failedWith("build-failed", message), sizeBytes: null, steps: null })],
    { width: 200 },
  );
  const [sentence = ""] = text.split("\n");
  expect(sentence).toMatch(/^Failed: maptr build, build-failed: pip found no wheel for .*length\.\.\.$/);
  expect(sentence.length).toBeLessThan(150);
  expect(text.match(/as its second line says/g)).toHaveLength(1);
  expect(text).not.toMatch(/unknown/);
});

describe("hostile texts", () => {
  test.each([false, true])("bring no control characters of their own, colour %s", (colour) => {
    const text = renderTerminal(hostileRecords(), { colour }).replaceAll(colours, colour ? "" : "$&");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/);
    expect(text.isWellFormed()).toBe(true);
  });
});

test("colour only adds colour", () => {
  const plain = renderTerminal(manyRecords(), { width: 120 });
  const coloured = renderTerminal(manyRecords(), { width: 120, colour: true });
  expect(coloured.replaceAll(colours, "")).toBe(plain);
});

describe("what a build measured", () => {
  test("has its bars beside its numbers", () => {
    const text = renderTerminal([measuredBuild("maptr")], { width: 100 });
    expect(text).toContain(
      "  RUN         1 min 2 s  1 min 40 s    50%  [.........#################......]\n",
    );
    expect(text).toContain(
      "  left by the ignore file         220  15.0 MiB   0.6%  [#...............................]",
    );
  });

  test.each([40, 50, 60, 80, 100, 140, 200])(
    "fits into %i columns, but for what must stay whole",
    (width) => {
      const whole = /sha256:[0-9a-f]{64}|[0-9a-f]{40}|docker\.io\/\S+/;
      const text = renderTerminal([measuredBuild("maptr")], { width });
      for (const line of text.slice(text.indexOf("  Where")).split("\n"))
        if (!whole.test(line)) expect(widthOf(line)).toBeLessThanOrEqual(width);
    },
  );

  test("cuts texts of others with dots", () => {
    const instruction = `RUN ${"漢字 ".repeat(60)}`;
    const sizes = { compressedBytes: 9, layers: [{ digest, bytes: 9, instruction }] };
    const text = renderTerminal([measuredBuild("maptr", { sizes })], { width: 80 });
    const row = text.split("\n").find((line) => line.includes("RUN 漢")) ?? "";
    expect(row).toMatch(/\.\.\. {1,3}\[#+\]$/);
    expect(widthOf(row)).toBeLessThanOrEqual(80);
  });
});

test("widths", () => {
  expect(widthOf("abc")).toBe(3);
  expect(widthOf("漢字")).toBe(4);
  expect(widthOf("e\u0301")).toBe(1);
  expect(padTo("漢", 4)).toBe("漢  ");
  expect(wrap("aa bb cc", 5, "", " ")).toEqual(["aa bb", " cc"]);
  expect(wrap("averylongword b", 5)).toEqual(["averylongword", "b"]);
});
