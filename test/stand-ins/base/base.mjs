// @ts-check
// The base stand-in as an image in an engine: `--build-context base=docker-image://mia-stand-in/base:1` then replaces the
// pinned pytorch image, and a real Dockerfile builds offline.
import { existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { distribution } from "../../../scripts/engine/apt.mjs";
import { command } from "../../../scripts/engine/command.mjs";
import { locked } from "../../../scripts/engine/lock.mjs";
import { place } from "../../../scripts/engine/place.mjs";
import { progress } from "../../../scripts/engine/progress.mjs";
import { workFolder } from "../../../scripts/engine/work-folder.mjs";
import { makeRootfs } from "./rootfs.mjs";

export const BASE_STAND_IN = "mia-stand-in/base:1";

/** The number in the name grows when rootfs.mjs makes something else. */
const TARBALL = "base-stand-in-1.tar";

const CHANGES = [
  "ENV PATH=/opt/model/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  "LABEL org.model-image-actions.stand-in=base",
  'CMD ["/bin/bash"]',
];

/**
 * Makes the image in the engine unless it is there. The first time on a machine takes some 15 s and 32 MB, then 2 s.
 * @param {object} options
 * @param {Record<string, string>} options.env what `startEngine` returned as `env`
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<string>} the image's name
 * @throws {Error} with the failing command's last lines
 */
export async function ensureBaseStandIn({ env, log = () => {} }) {
  const whole = { ...process.env, ...env };
  if (await present(whole)) return BASE_STAND_IN;
  if (process.getuid?.() !== 0 || !distribution()) {
    const folder = path.dirname(fileURLToPath(import.meta.url));
    const args = ["buildx", "build", "--load", "--tag", BASE_STAND_IN, folder];
    await progress(log, "building the base stand-in from debian:bookworm-slim", () =>
      command("docker", args, { seconds: 600, env: whole }),
    );
    return BASE_STAND_IN;
  }
  const { cache } = place("engine", whole);
  await locked(
    path.join(cache, "base.lock"),
    () => log("waiting for another process that makes the base stand-in"),
    async () => {
      if (await present(whole)) return;
      const tarball = path.join(cache, TARBALL);
      if (!existsSync(tarball)) await makeTarball(cache, tarball, log);
      const changes = CHANGES.flatMap((change) => ["--change", change]);
      await progress(log, "importing the base stand-in", () =>
        command("docker", ["import", ...changes, tarball, BASE_STAND_IN], { seconds: 180, env: whole }),
      );
    },
  );
  return BASE_STAND_IN;
}

/** @param {NodeJS.ProcessEnv} env */
async function present(env) {
  const names = await command("docker", ["image", "ls", "--quiet", BASE_STAND_IN], { seconds: 30, env });
  return names.trim() !== "";
}

/** @param {string} cache @param {string} tarball @param {(line: string) => void} log */
async function makeTarball(cache, tarball, log) {
  const folder = workFolder(cache, "making-base");
  try {
    const bytes = await progress(log, "making the base stand-in from Debian packages", () =>
      makeRootfs(folder, `${folder}/base.tar`),
    );
    log(`fetched ${(bytes / 1e6).toFixed(0)} MB of packages for it`);
    renameSync(`${folder}/base.tar`, tarball);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
