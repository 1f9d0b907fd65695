// Who is using the engine. Each user leaves a file named for its process; the engine ends when no living user is left.
// Nobody has to be asked to clean up: a killed process's lease is void by itself.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { alive, identity } from "./processes.mjs";

/** The lease of `engine.mjs start`: held by nobody, until `engine.mjs stop`. */
const KEPT = "kept";

/** @param {string} run the run folder */
const folder = (run) => path.join(run, "leases");

/**
 * @param {string} run
 * @param {{keep: boolean}} options keep: the lease outlives this process
 * @returns {() => void} gives the lease back
 */
export function takeLease(run, { keep }) {
  const lease = path.join(folder(run), keep ? KEPT : (identity(process.pid) ?? String(process.pid)));
  mkdirSync(folder(run), { recursive: true, mode: 0o700 });
  // One process may start the engine several times: each has a line of its own, as a file of its own.
  const file = keep ? lease : `${lease}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(file, "");
  return () => rmSync(file, { force: true });
}

/**
 * Whether anybody living still uses the engine; void leases are removed.
 * @param {string} run
 */
export function inUse(run) {
  if (!existsSync(folder(run))) return false;
  const names = readdirSync(folder(run));
  const used = names.filter((name) => name === KEPT || alive(name.split(".")[0]));
  for (const name of names) if (!used.includes(name)) rmSync(path.join(folder(run), name), { force: true });
  return used.length > 0;
}

/**
 * Voids the lease of an earlier `start`, whose engine is no more: who starts the next one decides how long it stays.
 * @param {string} run
 */
export function dropKept(run) {
  rmSync(path.join(folder(run), KEPT), { force: true });
}
