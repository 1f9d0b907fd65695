import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { root } from "../../scripts/generated/generated-file.ts";

/** What git tracks or would track, relative to the root; a file deleted but not committed yet is left out. */
export function trackedFiles(): string[] {
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return list.split("\0").filter((file) => file !== "" && existsSync(`${root}/${file}`));
}
