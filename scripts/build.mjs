// @ts-check
// `npm run build`: bundles into a folder beside dist/ and swaps the two, so that a build that fails leaves dist/ as it was.
import { spawnSync } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const fresh = "dist.new";
const { status } = spawnSync(
  process.execPath,
  ["node_modules/rolldown/bin/cli.mjs", "-c", "rolldown.config.ts"],
  { stdio: "inherit", env: { ...process.env, MIA_DIST: fresh } },
);
if (status === 0) {
  rmSync("dist", { recursive: true, force: true });
  renameSync(fresh, "dist");
} else {
  rmSync(fresh, { recursive: true, force: true });
}
process.exitCode = status ?? 1;
