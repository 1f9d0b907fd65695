// The engine's keeper: a process of its own that starts the servers, watches who uses them, and stops them by pid when
// nobody does. Being detached, it outlives its caller's kill -9 and so can clean up after it.
// Started by engine.mjs as: node keeper.mjs engine|registry
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeBridge } from "./bridge.mjs";
import { inUse } from "./leases.mjs";
import { place as findPlace } from "./place.mjs";
import { end, identity } from "./processes.mjs";
import { startDockerd, startRegistry } from "./servers.mjs";
import { stateFile } from "./state.mjs";
import { sweep } from "./sweep.mjs";

/** @typedef {import("./servers.mjs").Server} Server */

const place = findPlace(process.argv[2] === "registry" ? "registry" : "engine");
const state = stateFile(place);
/** @type {Server[]} */
const servers = [];
let asked = false;
for (const name of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"]))
  process.on(name, () => {
    asked = true;
  });

try {
  mkdirSync(place.data, { recursive: true, mode: 0o700 });
  if (place.kind === "engine") {
    await makeBridge(place);
    servers.push(await startDockerd(place));
  }
  const registry = await startRegistry(place);
  servers.push(registry.server);
  publish(registry.address);
  await unused();
} catch (error) {
  writeFileSync(path.join(place.run, "failure.txt"), error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  // dockerd first: it ends its containers. The registry has nothing to lose.
  for (const server of servers) await end(server.identity, 25);
  await sweep(place, { leases: !inUse(place.run) || asked });
}

/** @param {string} registry */
function publish(registry) {
  /** @type {import("./state.mjs").State} */
  const whole = {
    registry,
    keeper: identity(process.pid) ?? "",
    servers: servers.map(({ name, identity: known }) => ({ name, pid: Number.parseInt(known ?? "", 10) })),
  };
  writeFileSync(`${state}.new`, `${JSON.stringify(whole)}\n`);
  renameSync(`${state}.new`, state);
}

/** Returns when nobody uses the servers any more, somebody asked us to end, or a server died. */
async function unused() {
  while (!asked) {
    const died = servers.find((server) => server.ended());
    if (died) throw new Error(`${died.name} ended by itself${died.tail()}`);
    if (!inUse(place.run)) {
      // Withdraw the state, then look again: whoever took a lease and read the state in between must find us alive.
      renameSync(state, `${state}.old`);
      if (!inUse(place.run)) return;
      renameSync(`${state}.old`, state);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
