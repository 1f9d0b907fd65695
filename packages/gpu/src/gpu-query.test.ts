import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseGpuQuery } from "./gpu-query.ts";

const recorded = readFileSync(new URL("fixtures/h100-query.csv", import.meta.url), "utf8");

test("a real H100 is read as it is", () => {
  expect(parseGpuQuery(recorded)).toEqual([
    {
      index: 0,
      uuid: "GPU-37032c1f-1bc6-e897-962e-82c92b088465",
      name: "NVIDIA H100 80GB HBM3",
      driver: "580.159.04",
      computeCapability: "9.0",
      totalMiB: 81559,
      usedMiB: 0,
      broken: false,
    },
  ]);
});

test.each([
  ["[N/A]", null, false],
  ["[Not Supported]", null, false],
  ["[Insufficient Permissions]", null, false],
  ["[Unknown Error]", null, true],
  ["[GPU is lost]", null, true],
  ["ERR!", null, true],
  ["", null, false],
  ["-1", null, false],
  ["12 MiB", null, false],
  ["0", 0, false],
  ["12", 12, false],
])("used memory %j is %j, broken: %j", (field, usedMiB, broken) => {
  const [gpu] = parseGpuQuery(`0, GPU-1, Name, 535.1, 8.6, 24564, ${field}\n`);
  expect(gpu).toMatchObject({ usedMiB, broken });
});

test("a comma in the name moves no other field", () => {
  const [gpu] = parseGpuQuery("3, GPU-1, Some, GPU, 535.1, 8.6, 24564, 1");
  expect(gpu).toMatchObject({ index: 3, name: "Some, GPU", driver: "535.1", usedMiB: 1 });
});

test.each(["", "No devices were found\n", "WARNING: infoROM is corrupted at gpu 0000:01:00.0\n"])(
  "%j lists no GPU",
  (text) => expect(parseGpuQuery(text)).toEqual([]),
);
