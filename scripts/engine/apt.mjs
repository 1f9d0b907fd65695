// Debian packages without installing them: a private apt state beside the machine's, from the mirror the machine itself uses.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { command } from "./command.mjs";

/** @typedef {{update: () => Promise<void>, download: (packages: readonly string[]) => Promise<string[]>, downloadClosure: (packages: readonly string[]) => Promise<string[]>}} Apt */

/**
 * The distribution this machine runs, from /etc/os-release.
 * @returns {{id: "debian" | "ubuntu", codename: string} | undefined} nothing where apt cannot serve us
 */
export function distribution() {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return undefined;
  const file = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  const field = (/** @type {string} */ name) => new RegExp(`^${name}="?([a-z]+)"?$`, "m").exec(file)?.[1];
  const id = field("ID");
  const codename = field("VERSION_CODENAME");
  return (id === "debian" || id === "ubuntu") && codename ? { id, codename } : undefined;
}

/**
 * The addresses below which the machine's apt finds its own release, likeliest first. A third party's archive may use the
 * same code name, so the archive that also has `-updates` goes first; a wrong one fails later on its signature.
 * @param {string} printed what `apt-get update --print-uris` prints
 * @param {string} codename
 * @returns {string[]}
 */
export function mirrors(printed, codename) {
  const found = /** @type {string[]} */ ([]);
  for (const suite of [`${codename}-updates`, codename]) {
    for (const [, uri] of printed.matchAll(/^'(\S+)'/gm)) {
      const end = uri?.indexOf(`/dists/${suite}/`) ?? -1;
      const mirror = uri?.slice(0, end + 1);
      if (end > 0 && mirror && !found.includes(mirror)) found.push(mirror);
    }
  }
  return found;
}

/**
 * A private apt below `folder`, which sees the machine's own release and, when asked, Debian testing.
 * @param {string} folder made, and to be deleted by the caller
 * @param {{testing: boolean}} wanted
 * @returns {Promise<Apt>}
 */
export async function privateApt(folder, { testing }) {
  const release = distribution();
  if (!release) throw new Error("packages can be fetched on Debian or Ubuntu with apt only");
  for (const name of ["lists/partial", "archives/partial"])
    mkdirSync(path.join(folder, name), { recursive: true });
  const list = path.join(folder, "sources.list");
  writeFileSync(path.join(folder, "status"), "");
  const options = Object.entries({
    "Dir::State::Lists": path.join(folder, "lists"),
    // An empty status file: apt resolves as if nothing were installed, and never looks at what is.
    "Dir::State::Status": path.join(folder, "status"),
    "Dir::Cache": folder,
    "Dir::Cache::Archives": path.join(folder, "archives"),
    "Dir::Etc::SourceList": list,
    "Dir::Etc::SourceParts": "-",
    "Dir::Etc::Preferences": "-",
    "Dir::Etc::PreferencesParts": "-",
    "APT::Default-Release": release.codename,
    // apt's own unprivileged user cannot enter a cache folder below a home of mode 0700.
    "APT::Sandbox::User": "",
    "Acquire::Languages": "none",
    "Acquire::Retries": "3",
    "Acquire::http::Timeout": "30",
    "Acquire::https::Timeout": "30",
    "Acquire::PDiffs": "false",
    "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled": "false",
    "Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled": "false",
    "Debug::NoLocking": "true",
  }).flatMap(([key, value]) => ["-o", `${key}=${value}`]);
  const env = { ...process.env, LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" };
  const archives = path.join(folder, "archives");
  /** @param {string[]} args @param {number} seconds */
  const aptGet = (args, seconds) =>
    command("apt-get", ["-q", ...args, ...options], { seconds, env, cwd: archives });
  const debs = () =>
    readdirSync(archives)
      .filter((name) => name.endsWith(".deb"))
      .map((name) => path.join(archives, name));

  return {
    async update() {
      const printed = await command("apt-get", ["update", "--print-uris"], { seconds: 30, env });
      const found = mirrors(printed, release.codename);
      if (found.length === 0)
        throw new Error(`apt on this machine knows no mirror of its own release (${release.codename})`);
      let failure;
      for (const mirror of found) {
        writeFileSync(list, sources(release, mirror, testing), { mode: 0o600 });
        try {
          await aptGet(["update", "--error-on=any"], 240);
          return;
        } catch (error) {
          failure = error;
        }
      }
      throw failure;
    },
    async download(packages) {
      await aptGet(["download", ...packages], 420);
      return debs();
    },
    async downloadClosure(packages) {
      await aptGet(["install", "--yes", "--download-only", "--no-install-recommends", ...packages], 420);
      return debs();
    },
  };
}

/**
 * @param {{id: string, codename: string}} release
 * @param {string} mirror
 * @param {boolean} testing
 */
function sources(release, mirror, testing) {
  const keyring = `/usr/share/keyrings/${release.id}-archive-keyring.gpg`;
  const options = existsSync(keyring) ? `[signed-by=${keyring}] ` : "";
  const components = release.id === "ubuntu" ? "main universe" : "main";
  const suites = testing ? [release.codename, "testing"] : [release.codename];
  return suites.map((suite) => `deb ${options}${mirror} ${suite} ${components}\n`).join("");
}
