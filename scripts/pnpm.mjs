// @ts-check
// Runs the pinned pnpm, whatever is installed on the machine: `node scripts/pnpm.mjs <arguments>`.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const { status, error } = spawnSync("npx", ["--yes", manifest.packageManager, ...process.argv.slice(2)], {
  stdio: "inherit",
  cwd: new URL("..", import.meta.url),
});
if (error) process.stderr.write(`npx could not be run: ${error.message}. Install Node.js with npm.\n`);
process.exitCode = status ?? 1;
