/**
 * What building costs beside the build itself: `npm run bench -- build [--large] [--only overhead|walk|headline]`. The walk
 * over a context is compared with a naive one and with what docker spends; `--large` adds a million files and the builds of
 * 2.3 GB with and without a .dockerignore.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { atEnd } from "./build/at-end.ts";
import { headline } from "./build/headline.ts";
import { overhead } from "./build/overhead.ts";
import { walks } from "./build/walks.ts";

const parts: Record<string, (scratch: string, large: boolean) => void | Promise<void>> = {
  overhead,
  walk: walks,
  headline,
};
const { values } = parseArgs({
  options: { large: { type: "boolean", default: false }, only: { type: "string" } },
});
if (values.only !== undefined && !Object.hasOwn(parts, values.only)) {
  console.error(`There is no part ${values.only}; there are ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
const scratch = mkdtempSync(path.join(tmpdir(), "mia-bench-build-"));
atEnd(() => rmSync(scratch, { recursive: true, force: true }));

const version = spawnSync(process.execPath, ["--version"], { encoding: "utf8" }).stdout.trim();
console.log(`Node.js ${version}, ${cpus().length} cores`);
for (const [name, measure] of Object.entries(parts)) {
  if (values.only !== undefined && values.only !== name) continue;
  try {
    await measure(path.join(scratch, name), values.large);
  } catch (error) {
    console.log(`  not measured: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
