import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { nearPath } from "./near-path.ts";
import { testHost } from "./testing.ts";

test.each([
  ["docker/trian.Dockerfile", "docker/train.Dockerfile"],
  ["dokcer/trian.Dockerfile", "docker/train.Dockerfile"],
  ["./dokcer/", "docker"],
  ["docker/train.Dockerfile/x", undefined],
  ["entirely/else", undefined],
  ["../docker", undefined],
  ["x".repeat(100_000), undefined],
])("%s may have meant %s", async (mistyped, meant) => {
  const at = mkdtempSync(`${tmpdir()}/mia-near-`);
  mkdirSync(`${at}/docker`);
  writeFileSync(`${at}/docker/train.Dockerfile`, "");
  expect(await nearPath(testHost(at).files, mistyped)).toBe(meant);
});
