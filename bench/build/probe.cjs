// @ts-check
// Loaded before an action (`node --require`) in the one run that is not timed: notes which files it loads and how many
// processes it starts, and writes both to the file in BENCH_PROBE when it ends.
const childProcess = require("node:child_process");
const { syncBuiltinESMExports } = require("node:module");

let started = 0;
/** @type {Record<string, any>} */
const exported = childProcess;
// Every asynchronous way to start a process comes through here; Node.js does not document it.
const { prototype } = exported.ChildProcess;
const { spawn } = prototype;
prototype.spawn = function (/** @type {unknown[]} */ ...options) {
  started += 1;
  return spawn.apply(this, options);
};
for (const name of ["spawnSync", "execFileSync", "execSync"]) {
  const original = exported[name];
  exported[name] = (/** @type {unknown[]} */ ...given) => {
    started += 1;
    return original(...given);
  };
}
syncBuiltinESMExports();

process.on("exit", () => {
  const loaded = Object.keys(require.cache).filter((file) => file !== __filename);
  require("node:fs").writeFileSync(
    process.env.BENCH_PROBE ?? "/dev/null",
    JSON.stringify({ started, loaded }),
  );
});
