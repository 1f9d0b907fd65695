import { expect, test } from "vitest";
import { decodeBase64 } from "./base64.ts";

test.each([
  ["ZWNobyBoaQ==", "echo hi"],
  ["ZWNo\nbyBoaQo=", "echo hi\n"],
  ["", ""],
  ["not base64!", undefined],
  ["/////w==", undefined],
  ["A".repeat(70_000), undefined],
])("%j", (encoded, text) => {
  expect(decodeBase64(encoded)).toBe(text);
});
