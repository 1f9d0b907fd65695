// Is there a Docker here that is new enough?
import { command } from "./command.mjs";

/** `--build-context` with `docker-image://`, attestations and cache export need these. */
export const OLDEST = { engine: 23, buildx: [0, 20] };

/**
 * @typedef {object} Docker
 * @property {string} version the engine's
 * @property {string} buildx
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{docker: Docker} | {why: string}>} a Docker to use, or the reason why there is none
 */
export async function existingDocker(env) {
  try {
    const told = await command("docker", ["version", "--format", "{{json .Server}}"], { seconds: 20, env });
    const buildx = await command("docker", ["buildx", "version"], { seconds: 20, env }).catch(() => "");
    return judge(told, buildx);
  } catch (error) {
    return {
      why:
        error instanceof Error && /started/.test(error.message) ? "no docker on PATH" : "no engine answers",
    };
  }
}

/**
 * @param {string} server `docker version`'s `.Server` as JSON
 * @param {string} buildxVersion what `docker buildx version` printed; empty when there is no such plugin
 * @returns {{docker: Docker} | {why: string}}
 */
export function judge(server, buildxVersion) {
  const version = /"Version":\s*"([^"]+)"/.exec(server)?.[1];
  if (!version) return { why: "no engine answers" };
  if (Number.parseInt(version, 10) < OLDEST.engine) return { why: `the engine is ${version}` };
  if (!/"Os":\s*"linux"/.test(server)) return { why: "the engine does not run Linux containers" };
  const [, buildx, major, minor] = /(?:^|\s)v?((\d+)\.(\d+)\.\d+)/.exec(buildxVersion) ?? [];
  if (!buildx) return { why: "docker has no buildx plugin" };
  const old = Number(major) === OLDEST.buildx[0] && Number(minor) < (OLDEST.buildx[1] ?? 0);
  return old ? { why: `buildx is ${buildx}` } : { docker: { version: version.replace(/\+.*/, ""), buildx } };
}
