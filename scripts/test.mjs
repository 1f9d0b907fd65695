// @ts-check
// `npm test` on a fresh clone: installs what is pinned, then checks, then runs every test, the engine ones included.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
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

/** The machine's own Node.js: npm puts ours first on PATH once it is installed. */
function machineNode() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => !folder.startsWith(root));
  return folders.map((folder) => path.join(folder, "node")).find(existsSync) ?? process.execPath;
}

const bin = `${root}node_modules/.bin/`;

step("install the pinned packages", process.execPath, [
  "scripts/pnpm.mjs",
  "install",
  "--frozen-lockfile",
  "--prefer-offline",
]);
// The pinned Node.js comes as a package for Linux; elsewhere the one that runs this must be new enough.
const pinned = `${bin}node`;
const node24 = existsSync(pinned) ? pinned : process.execPath;
if (node24 === process.execPath && Number(process.versions.node.split(".")[0]) < 24) {
  process.stderr.write(`the tests need Node.js 24 or later on this machine; this is ${process.version}\n`);
  process.exit(2);
}
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
  // The bundles must also run where an older Node.js is all there is.
  MIA_SYSTEM_NODE: machineNode(),
});
