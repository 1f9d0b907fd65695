// What a running engine says of itself, in its run folder.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { alive } from "./processes.mjs";

/**
 * @typedef {object} State
 * @property {string} registry host and port
 * @property {string} keeper the keeper's identity
 * @property {{name: string, pid: number}[]} servers
 */

/** @param {import("./place.mjs").Place} place */
export const stateFile = (place) => path.join(place.run, "state.json");

/** Written by whoever starts a keeper, before the keeper can have written its state. @param {import("./place.mjs").Place} place */
export const keeperFile = (place) => path.join(place.run, "keeper");

/**
 * @param {import("./place.mjs").Place} place
 * @returns {State | undefined} nothing when no keeper is alive, or it is starting or stopping
 */
export function readState(place) {
  const text = read(stateFile(place));
  if (text === undefined) return undefined;
  /** @type {State} */
  const state = JSON.parse(text);
  return alive(state.keeper) ? state : undefined;
}

/**
 * @param {import("./place.mjs").Place} place
 * @returns {string | undefined} the identity of the keeper, when it lives
 */
export function livingKeeper(place) {
  const known = read(keeperFile(place))?.trim();
  return alive(known) ? known : undefined;
}

/** @param {string} file */
function read(file) {
  try {
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  } catch {
    return undefined; // Removed between the two calls, by a keeper that is stopping.
  }
}
