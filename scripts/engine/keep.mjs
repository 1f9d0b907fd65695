// Getting hold of a running keeper: the one that is there, or a new one.
import { spawn } from "node:child_process";
import { lstatSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { dropKept, inUse, takeLease } from "./leases.mjs";
import { locked } from "./lock.mjs";
import { end, identity, until } from "./processes.mjs";
import { fetchPrograms } from "./programs.mjs";
import { progress } from "./progress.mjs";
import { keeperFile, livingKeeper, readState } from "./state.mjs";
import { sweep } from "./sweep.mjs";

/** @typedef {import("./place.mjs").Place} Place */
/** @typedef {import("./progress.mjs").Log} Log */

/**
 * @param {Place} place
 * @param {{log: Log, keep: boolean}} options keep: it goes on running when this process ends
 * @returns {Promise<{state: import("./state.mjs").State, stop: () => Promise<void>}>}
 */
export async function keep(place, { log, keep: kept }) {
  const lock = path.join(place.cache, "lock");
  return locked(
    lock,
    () => log("waiting for another process that is starting an engine"),
    async () => {
      ownFolder(place.run);
      const release = takeLease(place.run, { keep: kept });
      try {
        const state = (await running(place)) ?? (await started(place, log, kept));
        return { state, stop: () => stopUsing(place, release) };
      } catch (error) {
        release();
        throw error;
      }
    },
  );
}

/** The keeper's state if one lives; a keeper that is stopping is waited for. @param {Place} place */
async function running(place) {
  await until(() => readState(place) !== undefined || livingKeeper(place) === undefined, 60);
  return readState(place);
}

/** @param {Place} place @param {Log} log @param {boolean} kept */
async function started(place, log, kept) {
  if (!kept) dropKept(place.run);
  await fetchPrograms(place, log);
  await sweep(place, { leases: false });
  const failure = path.join(place.run, "failure.txt");
  rmSync(failure, { force: true });
  return progress(
    log,
    place.kind === "engine" ? "starting the engine and a registry" : "starting a registry",
    async () => {
      const out = openSync(path.join(place.run, "keeper.log"), "w", 0o600);
      const script = fileURLToPath(new URL("./keeper.mjs", import.meta.url));
      const child = spawn(process.execPath, [script, place.kind], {
        detached: true,
        stdio: ["ignore", out, out],
        cwd: "/",
        env: { ...process.env, MIA_CACHE: place.cache, NODE_OPTIONS: "" },
      });
      child.unref();
      child.once("error", () => {}); // Seen below as a keeper that does not live.
      writeFileSync(keeperFile(place), (child.pid && identity(child.pid)) || "");
      const over = await until(() => readState(place) !== undefined || livingKeeper(place) === undefined, 90);
      const state = readState(place);
      if (state) return state;
      if (!over) await end(livingKeeper(place), 20);
      throw new Error(
        `the ${place.kind} could not be started: ${read(failure) || read(path.join(place.run, "keeper.log"))}`,
      );
    },
  );
}

/** @param {Place} place @param {() => void} release */
async function stopUsing(place, release) {
  release();
  if (inUse(place.run)) return;
  const known = livingKeeper(place);
  // It ended already, with a server that ended by itself.
  if (known === undefined) return;
  const ended = await until(() => livingKeeper(place) !== known || inUse(place.run), 60);
  if (!ended) throw new Error(`the engine did not stop within 60 s; its keeper is process ${known}`);
}

/**
 * Ends the keeper whoever uses it, and whatever an earlier one left.
 * @param {Place} place
 * @param {Log} log
 */
export async function stopKeeper(place, log) {
  await locked(
    path.join(place.cache, "lock"),
    () => log("waiting for another process that is starting an engine"),
    async () => {
      await end(livingKeeper(place), 60);
      await sweep(place, { leases: true });
    },
  );
}

/** The run folder holds a root-equal socket: it must be ours alone. @param {string} run */
function ownFolder(run) {
  mkdirSync(run, { recursive: true, mode: 0o700 });
  const found = lstatSync(run);
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw new Error(`${run} exists and is not ours; remove it`);
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}
