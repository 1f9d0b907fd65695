import { expect, test } from "vitest";
import { mmcvVersionsFor, mmcvWheel, type Published, publishedFor } from "./mmcv-wheels.ts";

/** Each read off docs/en/_static/version.json of open-mmlab/mmcv, at v1.7.2 for 1.x and at main for 2.x. */
test.each<["mmcv" | "mmcv-full", string, string, string, Published]>([
  ["mmcv-full", "1.4.0", "cu111", "1.9", "published"],
  ["mmcv-full", "1.4.0", "cpu", "1.10", "published"],
  ["mmcv-full", "1.6.0", "cu113", "1.12", "published"],
  ["mmcv-full", "1.3.9", "cu111", "1.9", "published"],
  ["mmcv-full", "1.7.1", "cu117", "1.13", "published"],
  ["mmcv-full", "1.4.0", "cu118", "2.1", "absent"],
  ["mmcv-full", "1.4.0", "cu113", "1.11", "absent"],
  ["mmcv-full", "1.6.1", "cu118", "2.0", "absent"],
  ["mmcv-full", "1.4.0", "cu118", "2.6", "absent"],
  // The install pages list these two and the index does not.
  ["mmcv-full", "1.4.0", "cu101", "1.4", "unknown"],
  ["mmcv-full", "1.7.2", "cu111", "1.9", "unknown"],
  ["mmcv-full", "1.4.99", "cu111", "1.9", "unknown"],
  ["mmcv-full", "1.4.0", "rocm4.2", "1.9", "unknown"],
  ["mmcv-full", "2.0.0", "cu117", "2.0", "unknown"],
  ["mmcv", "1.4.0", "cu111", "1.9", "unknown"],
  ["mmcv", "2.0.0", "cu117", "2.0", "published"],
  ["mmcv", "2.0.0rc4", "cu117", "1.13", "published"],
  ["mmcv", "2.2.0", "cu121", "2.4", "published"],
  ["mmcv", "2.1.0", "cu121", "2.2", "absent"],
  ["mmcv", "2.2.0", "cu121", "2.5", "unknown"],
  ["mmcv", "2.3.0", "cu121", "2.1", "unknown"],
])("%s %s for %s and torch %s: %s", (name, version, cuda, torch, answer) => {
  expect(mmcvWheel({ name, version, cuda, torch })).toBe(answer);
});

test("what a version was published for", () => {
  expect(publishedFor("1.4.0").map(({ cuda }) => cuda)).toEqual([
    "cpu",
    "cu92",
    "cu101",
    "cu102",
    "cu110",
    "cu111",
    "cu113",
  ]);
  expect(publishedFor("1.4.0").find(({ cuda }) => cuda === "cu111")?.torch).toEqual(["1.8", "1.9", "1.10"]);
  expect(publishedFor("0.1")).toEqual([]);
});

test("the versions an index has", () => {
  const versions = mmcvVersionsFor("mmcv-full", "cu111", "1.9");
  expect([versions[0], versions.at(-1), versions.length]).toEqual(["1.3.9", "1.7.1", 28]);
  expect(mmcvVersionsFor("mmcv", "cu999", "1.9")).toEqual([]);
});
