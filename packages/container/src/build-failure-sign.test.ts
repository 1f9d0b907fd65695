import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildFailureSigns } from "./build-failure-sign.ts";

const page = readFileSync(new URL("../../../docs/build-image.md", import.meta.url), "utf8");

test.each(buildFailureSigns.map((sign) => [sign.message, sign] as const))(
  "%s: docs/build-image.md has its row",
  (_, sign) => {
    expect(page.replaceAll(/ +/g, " ")).toContain(`| ${sign.message} | \`${sign.code}\` |`);
  },
);

test("no pattern can run away on a long line", () => {
  const hostile = `failed to calculate checksum of ref ${"x".repeat(200_000)}`;
  for (const { pattern } of buildFailureSigns) {
    const start = performance.now();
    pattern.test(hostile);
    pattern.test(`no builder ${'"'.repeat(200_000)}`);
    pattern.test("failed to receive status: ".repeat(8000));
    pattern.test(`dial tcp ${"lookup read tcp ".repeat(10_000)}`);
    pattern.test("ERROR: failed to stat ".repeat(8000));
    expect(performance.now() - start).toBeLessThan(1000);
  }
});
