// The engine's programs, fetched once into the cache folder: Debian's own packages, unpacked and never installed.
import { existsSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { distribution, privateApt } from "./apt.mjs";
import { command } from "./command.mjs";
import { progress } from "./progress.mjs";
import { workFolder } from "./work-folder.mjs";

/**
 * Each program and the package it comes from. The engine's parts come from Debian testing, since stable's engine is too
 * old for `--build-context`; Debian links them against glibc 2.34, so they run on Debian 12. runc comes
 * from the machine's own release, because testing's wants a newer glibc.
 */
const ENGINE = {
  release: "testing",
  programs: {
    "usr/sbin/dockerd": "docker.io/testing",
    "usr/sbin/docker-proxy": "docker.io/testing",
    "usr/bin/docker": "docker-cli/testing",
    "usr/bin/containerd": "containerd/testing",
    "usr/bin/containerd-shim-runc-v2": "containerd/testing",
    "usr/libexec/docker/cli-plugins/docker-buildx": "docker-buildx/testing",
    "usr/bin/tini-static": "tini-static/testing",
    "usr/sbin/runc": "runc",
    // For its `ip`: a bare machine may have none, and the bridge needs one.
    "bin/busybox": "busybox-static",
    "usr/bin/docker-registry": "docker-registry",
  },
  /** Where a program is looked for under another name than its file's. */
  aliases: { "docker-init": "tini-static" },
  answers: ["dockerd", "docker", "containerd", "runc", "docker-registry"],
};

const REGISTRY = {
  release: "own",
  programs: { "usr/bin/docker-registry": "docker-registry" },
  aliases: {},
  answers: ["docker-registry"],
};

/**
 * Fetches the programs into `place.bin` if they are not there. Call it under the cache's lock.
 * @param {import("./place.mjs").Place} place
 * @param {import("./progress.mjs").Log} log
 */
export async function fetchPrograms(place, log) {
  if (existsSync(place.bin)) return;
  const temporary = workFolder(place.cache, `fetching-${place.kind}`);
  try {
    await unpack(temporary, place.kind, log);
    renameSync(path.join(temporary, "bin"), place.bin);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * @param {string} temporary a folder that ends up with `bin/` in it
 * @param {import("./place.mjs").Kind} kind
 * @param {import("./progress.mjs").Log} log
 */
async function unpack(temporary, kind, log) {
  const recipe = kind === "engine" ? ENGINE : REGISTRY;
  const bin = path.join(temporary, "bin");
  const root = path.join(temporary, "root");
  mkdirSync(bin, { recursive: true });
  const debs = await progress(log, `fetching the ${kind} from ${distribution()?.id}'s archive`, async () => {
    const apt = await privateApt(path.join(temporary, "apt"), { testing: recipe.release === "testing" });
    await apt.update();
    return apt.download([...new Set(Object.values(recipe.programs))]);
  });
  const bytes = debs.reduce((sum, deb) => sum + statSync(deb).size, 0);
  await progress(log, `unpacking ${debs.length} packages, ${(bytes / 1e6).toFixed(0)} MB`, async () => {
    await Promise.all(debs.map((deb) => command("dpkg-deb", ["-x", deb, root], { seconds: 120 })));
  });
  for (const file of Object.keys(recipe.programs)) {
    // Until Debian 12 some packages still ship below /bin what later ones ship below /usr/bin.
    const shipped = [file, path.join("usr", file)]
      .map((name) => path.join(root, name))
      .find((name) => existsSync(name));
    if (!shipped) throw new Error(`no ${file} in the packages fetched; the archive has changed its layout`);
    renameSync(shipped, path.join(bin, path.basename(file)));
  }
  for (const [name, target] of Object.entries(recipe.aliases)) symlinkSync(target, path.join(bin, name));
  for (const name of recipe.answers) {
    // Run each once, so that a missing library is said now and by name, not by an engine that does not start.
    await command(path.join(bin, name), ["--version"], { seconds: 20 });
  }
  writeFileSync(path.join(bin, "packages.txt"), debs.map((deb) => `${path.basename(deb)}\n`).join(""));
}
