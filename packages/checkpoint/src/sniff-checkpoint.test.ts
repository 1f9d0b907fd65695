import { expect, test } from "vitest";
import { sniffCheckpoint } from "./sniff-checkpoint.ts";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

test.each([
  [bytes(0x50, 0x4b, 3, 4, 0, 0), "torch-zip"],
  // The beginning of every torch.save before 1.6: protocol 2, then the magic number 0x1950a86a20f9469cfc6c.
  [bytes(0x80, 2, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19), "legacy-pickle"],
  [bytes(0x80, 4, 0x95), "legacy-pickle"],
  [text("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"), "git-lfs-pointer"],
  [text("<!DOCTYPE html><html><head><title>Google Drive - Virus scan warning"), "html"],
  [text("\ufeff\n <html>"), "html"],
  [text('<?xml version="1.0"?><Error><Code>AccessDenied'), "html"],
  [bytes(0x1f, 0x8b, 8), "gzip"],
  [bytes(), "empty"],
  [bytes(0x50, 0x4b), "unknown"],
  [bytes(0x80), "unknown"],
  [text("hello"), "unknown"],
])("%j is %s", (head, format) => {
  const sniffed = sniffCheckpoint(head, head.length);
  expect(sniffed.format).toBe(format);
  expect(sniffed.usable).toBe(format === "torch-zip" || format === "legacy-pickle");
  expect(sniffed.remedy === "").toBe(sniffed.usable);
  expect(sniffed.sentence).toMatch(/^it /);
});

test("a size of 0 is empty, whatever the head says", () => {
  expect(sniffCheckpoint(bytes(0x50, 0x4b, 3, 4), 0).format).toBe("empty");
  expect(sniffCheckpoint(bytes(0x50, 0x4b, 3, 4), 3 * 2 ** 20).sentence).toContain("3.0 MiB");
});
