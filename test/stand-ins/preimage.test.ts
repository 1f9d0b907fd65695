import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { preImages } from "./preimage.mjs";

const lines = Array.from({ length: 60 }, (_, index) => `line ${index + 1}`);

/** What GNU patch makes of the rebuilt file; null where the patch does not apply. */
function patched(patch: string, name: string): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), "mia-preimage-"));
  try {
    for (const [file, content] of preImages(patch)) writeFileSync(path.join(folder, file), content);
    const run = spawnSync("patch", ["-p1", "--fuzz=0", "--batch"], { cwd: folder, input: patch });
    return run.status === 0 ? readFileSync(path.join(folder, name), "utf8") : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A real diff of the 60 lines against a changed copy. */
function diff(change: (copy: string[]) => void, end = "\n"): string {
  const copy = [...lines];
  change(copy);
  const folder = mkdtempSync(path.join(tmpdir(), "mia-preimage-"));
  try {
    writeFileSync(path.join(folder, "old"), lines.join("\n") + end);
    writeFileSync(path.join(folder, "new"), `${copy.join("\n")}\n`);
    const run = spawnSync("diff", ["-u", "--label", "a/f", "--label", "b/f", "old", "new"], { cwd: folder });
    return run.stdout.toString();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.each([
  ["one hunk in the middle", diff((copy) => copy.splice(29, 1, "changed"))],
  ["two hunks", diff((copy) => [copy.splice(49, 2), copy.splice(4, 0, "added")])],
  ["the first and the last line", diff((copy) => [copy.splice(0, 1, "first"), copy.splice(59, 1, "last")])],
  ["an old file without a newline at its end", diff((copy) => copy.splice(59, 1, "last"), "")],
])("the patch applies to the file rebuilt from it: %s", (_, patch) => {
  const result = patched(patch, "f");
  for (const added of patch.match(/^\+(?!\+).*$/gm) ?? []) expect(result).toContain(added.slice(1));
});

test("a file that the patch adds has no image before it", () => {
  expect(preImages("--- /dev/null\n+++ b/new.py\n@@ -0,0 +1 @@\n+text\n").size).toBe(0);
});
