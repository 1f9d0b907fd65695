import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { repository } from "../support/repository.ts";

/** File name to content of everything below a folder. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const named = files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return Object.fromEntries(
    named.sort().map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
  );
}

test("dist/ is what the sources build to, byte for byte", () => {
  const fresh = mkdtempSync(path.join(tmpdir(), "mia-dist-"));
  try {
    const rolldown = repository("node_modules/rolldown/bin/cli.mjs");
    execFileSync(process.execPath, [rolldown, "-c", "rolldown.config.ts"], {
      cwd: repository(),
      env: { ...process.env, MIA_DIST: fresh },
      stdio: "pipe",
    });
    const built = contents(fresh);
    const committed = contents(repository("dist"));
    expect(Object.keys(committed)).toEqual(Object.keys(built));
    const stale = Object.keys(built).filter((name) => built[name] !== committed[name]);
    expect(stale, "run `npm run build` and commit dist/").toEqual([]);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
});
