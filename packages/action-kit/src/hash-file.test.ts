import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diskFiles } from "./disk-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "hash-file-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([0, 1, 1024 * 1024, 1024 * 1024 + 1, 20 * 1024 * 1024])(
  "%i bytes have the hash of all of them, and their permissions",
  async (bytes) => {
    const content = Buffer.alloc(bytes, "ab");
    writeFileSync(path.join(folder, "x"), content);
    chmodSync(path.join(folder, "x"), 0o750);
    const sha256 = createHash("sha256").update(content).digest("hex");
    expect(await diskFiles(folder, folder).hash("x")).toEqual({ sha256, mode: 0o750 });
  },
);

test("links and folders have none", async () => {
  symlinkSync("/etc/hostname", path.join(folder, "link"));
  const files = diskFiles(folder, folder);
  await expect(files.hash("link")).rejects.toMatchObject({ code: "unreadable-input" });
  await expect(files.hash(".")).rejects.toMatchObject({ code: "unreadable-input" });
});

test("free bytes are known of a folder, and of nothing that is not there", async () => {
  const files = diskFiles(folder, folder);
  expect(await files.freeBytes(".")).toBeGreaterThan(0);
  expect(await files.freeBytes("nowhere")).toBeUndefined();
});
