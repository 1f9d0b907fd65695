import { expect, test } from "vitest";
import { judgeCheckpoint } from "./judge-checkpoint.ts";

const a = "a".repeat(64);
const b = "b".repeat(64);

test.each([
  [null, null, undefined],
  [null, { sha256: a, bytes: 1 }, undefined],
  [{ bytes: 5, sha256: null }, { sha256: a, bytes: 5 }, undefined],
  [{ bytes: 5, sha256: a }, { sha256: a, bytes: 5 }, undefined],
  [{ bytes: 5, sha256: null }, null, /random weights/],
  [{ bytes: 5, sha256: null }, { sha256: a, bytes: 4 }, /loaded 4 bytes, but the checkpoint given has 5/],
  [{ bytes: 5, sha256: b }, { sha256: a, bytes: 5 }, /model\.yaml asks for b{64}/],
])("given %j and loaded %j", (given, loaded, message) => {
  const failure = judgeCheckpoint(given, loaded);
  if (message === undefined) expect(failure).toBeUndefined();
  else
    expect(failure).toMatchObject({
      code: "checkpoint-unreadable",
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/./),
    });
});
