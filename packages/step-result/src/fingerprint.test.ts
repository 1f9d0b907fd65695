import { expect, test } from "vitest";
import { Finding } from "./finding.ts";
import { fingerprintOf } from "./fingerprint.ts";

const place = ["git-is-pinned", "images/maptr/Dockerfile", "RUN git clone x", 0] as const;

test("is what it was in the first release: a baseline must outlive an update", () => {
  expect(fingerprintOf(...place)).toMatchInlineSnapshot(`"6cc883ef0ee56952cd23116ded7c606a"`);
});

test("fits a finding", () => {
  expect(Finding.shape.fingerprint.safeParse(fingerprintOf(...place)).success).toBe(true);
  expect(fingerprintOf("", "", "", 0)).toMatch(/^[0-9a-f]{32}$/);
});

test("does not see white space", () => {
  expect(fingerprintOf(place[0], place[1], "  RUN\tgit \n clone  x\r\n", 0)).toBe(fingerprintOf(...place));
});

test.each([
  ["another rule", ["base-is-tagged", place[1], place[2], 0]],
  ["another file", [place[0], "images/vad/Dockerfile", place[2], 0]],
  ["another text", [place[0], place[1], "RUN git clone y", 0]],
  ["a second place with the same text", [place[0], place[1], place[2], 1]],
  ["parts that meet elsewhere", ["git-is-pinnedi", "mages/maptr/Dockerfile", place[2], 0]],
] as [string, [string, string, string, number]][])("%s is another finding", (_, other) => {
  expect(fingerprintOf(...other)).not.toBe(fingerprintOf(...place));
});

test("50,000 near texts have as many fingerprints, each lane nearly as many values", () => {
  const whole = new Set<string>();
  const lanes = [0, 8, 16, 24].map(() => new Set<string>());
  for (let index = 0; index < 50_000; index++) {
    const value = fingerprintOf(
      place[0],
      place[1],
      `RUN pip install a==${index % 1000}`,
      Math.floor(index / 1000),
    );
    whole.add(value);
    for (const [lane, values] of lanes.entries()) values.add(value.slice(lane * 8, lane * 8 + 8));
  }
  expect(whole.size).toBe(50_000);
  // Of 50,000 random values of 32 bits hardly one meets another.
  for (const values of lanes) expect(values.size).toBeGreaterThan(49_990);
});

test("a megabyte takes less than half a second", () => {
  const start = performance.now();
  fingerprintOf("a", "b", "x ".repeat(500_000), 0);
  fingerprintOf("a", "b", " ".repeat(1_000_000), 0);
  expect(performance.now() - start).toBeLessThan(500);
});
