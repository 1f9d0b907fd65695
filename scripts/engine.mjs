#!/usr/bin/env node
// @ts-check
// A Docker engine with buildx and a registry on loopback, on demand: the machine's own where it is new enough, else on a
// bare Debian machine a private one. For the demo and the engine tests.
//   node scripts/engine.mjs start|stop|status|env       eval "$(node scripts/engine.mjs start)"
import path from "node:path";
import { pathToFileURL } from "node:url";
import { distribution } from "./engine/apt.mjs";
import { existingDocker, OLDEST } from "./engine/existing.mjs";
import { keep } from "./engine/keep.mjs";
import { place } from "./engine/place.mjs";
import { readState } from "./engine/state.mjs";
import { main } from "./engine/terminal.mjs";

/**
 * @typedef {object} Engine
 * @property {Record<string, string>} env variables to add to every child process that talks to the engine
 * @property {string | null} registry `127.0.0.1:PORT`
 * @property {string | null} registryReason why there is no registry
 * @property {"existing" | "private"} kind
 * @property {string} version the engine's, such as 28.5.2
 * @property {string} buildx the plugin's
 * @property {() => Promise<void>} stop ends what was started, unless somebody else still uses it; an existing engine stays
 */

/**
 * Finds or starts an engine. It ends with `stop()`, or soon after this process does.
 * @param {object} [options]
 * @param {(line: string) => void} [options.log]
 * @param {NodeJS.ProcessEnv} [options.env] default: this process's
 * @param {boolean} [options.keep] leave it running until `node scripts/engine.mjs stop`
 * @returns {Promise<Engine>}
 * @throws {Error} with one sentence on what to install, or with the last lines of the command that failed
 */
export async function startEngine({ log = () => {}, env = process.env, keep: kept = false } = {}) {
  const home = place("engine", env);
  const asked = env.DOCKER_HOST && env.DOCKER_HOST !== `unix://${home.socket}`;
  if (readState(home) && !asked) return privateEngine(env, log, kept);

  // Exports of a private engine that has stopped must not hide the machine's own.
  const { DOCKER_HOST, DOCKER_CONFIG, ...rest } = env;
  const found = await existingDocker(DOCKER_HOST && !asked ? rest : env);
  if ("docker" in found)
    return { ...found.docker, kind: "existing", env: {}, ...(await registryAlone(env, log, kept)) };

  if (asked || process.getuid?.() !== 0 || distribution()?.id !== "debian") {
    throw new Error(
      `${found.why}: install Docker ${OLDEST.engine} or later with buildx ${OLDEST.buildx.join(".")} or later ` +
        "(https://docs.docker.com/engine/install/) and start it; only as root on Debian a private one is fetched.",
    );
  }
  log(`${found.why} on this machine; using a private engine in ${home.cache}`);
  return privateEngine(env, log, kept);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} log
 * @param {boolean} kept
 * @returns {Promise<Engine>}
 */
async function privateEngine(env, log, kept) {
  const home = place("engine", env);
  const { state, stop } = await keep(home, { log, keep: kept });
  const added = {
    DOCKER_HOST: `unix://${home.socket}`,
    DOCKER_CONFIG: path.join(home.run, "docker"),
    BUILDX_BUILDER: "default",
    PATH: `${home.bin}:${env.PATH}`,
  };
  const found = await existingDocker({ ...env, ...added });
  if (!("docker" in found)) {
    await stop();
    throw new Error(`the private engine is of no use: ${found.why}; delete ${home.bin} and start again`);
  }
  return {
    ...found.docker,
    kind: "private",
    env: added,
    registry: state.registry,
    registryReason: null,
    stop,
  };
}

/**
 * A registry beside an existing engine, where its program can be had.
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} log
 * @param {boolean} kept
 * @returns {Promise<Pick<Engine, "registry" | "registryReason" | "stop">>}
 */
async function registryAlone(env, log, kept) {
  const none = async () => {};
  if (env.DOCKER_HOST && !env.DOCKER_HOST.startsWith("unix://")) {
    return {
      registry: null,
      registryReason: "the engine is on another machine, which our loopback is not",
      stop: none,
    };
  }
  if (!distribution())
    return {
      registry: null,
      registryReason: "docker-registry is fetched by apt, on Debian or Ubuntu",
      stop: none,
    };
  try {
    const { state, stop } = await keep(place("registry", env), { log, keep: kept });
    return { registry: state.registry, registryReason: null, stop };
  } catch (error) {
    return {
      registry: null,
      registryReason: error instanceof Error ? error.message : String(error),
      stop: none,
    };
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  process.exitCode = await main(process.argv.slice(2), startEngine);
}
