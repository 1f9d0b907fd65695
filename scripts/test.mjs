// @ts-check
// `npm test` on a fresh clone: installs what is pinned, then checks, then runs every test, the engine ones included.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {string} title @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
function step(title, command, args, env = {}) {
  const started = performance.now();
  process.stdout.write(`\n> ${title}\n`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status !== 0) {
    process.stderr.write(`\nfailed after ${seconds} s: ${title}${error ? ` (${error.message})` : ""}\n`);
    process.exit(status || 1);
  }
  process.stdout.write(`< ${seconds} s\n`);
}

const bin = `${root}node_modules/.bin/`;
const node24 = `${bin}node`;

step("install the pinned packages", process.execPath, [
  "scripts/pnpm.mjs",
  "install",
  "--frozen-lockfile",
  "--prefer-offline",
]);
step("lint and format", `${bin}biome`, ["check", "."]);
step("types", `${bin}tsc`, ["-p", "."]);
step("the Python runtime", "python3", [
  "-m",
  "unittest",
  "discover",
  "-q",
  "-s",
  "images/runtime/tests",
  "-t",
  "images/runtime",
]);
step("all tests", node24, ["node_modules/vitest/vitest.mjs", "run"], {
  // The bundles must also run where an older Node.js is all there is: the one that started this script.
  MIA_SYSTEM_NODE: process.execPath,
});
