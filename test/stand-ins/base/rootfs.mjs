// @ts-check
// The base stand-in's file system: Debian packages resolved by apt and unpacked by dpkg-deb, without their install scripts
// (which are most of debootstrap's 70 s). What those scripts would have done and a build needs is done here.
import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { privateApt } from "../../../scripts/engine/apt.mjs";
import { command } from "../../../scripts/engine/command.mjs";

/** apt adds what they depend on. No apt, no ssh, no compiler: what a build needs beyond this comes in as a wheel. */
const PACKAGES =
  "base-files base-passwd bash coreutils dash diffutils findutils grep gzip libc-bin login mawk passwd patch python3-venv sed tar";

/** What a build never reads. */
const UNREAD = [
  "usr/share/doc",
  "usr/share/man",
  "usr/share/locale",
  "usr/share/info",
  "usr/share/lintian",
  "var/cache/debconf",
];

const SAYING =
  "stand-in: a base without CUDA, torch or a GPU driver; nothing built on it proves anything about the real image\n";

/**
 * Makes the tarball. Needs root, since it enters the tree with chroot.
 * @param {string} folder to work in; made, and to be deleted by the caller
 * @param {string} tarball
 * @returns {Promise<number>} bytes downloaded, without apt's lists
 */
export async function makeRootfs(folder, tarball) {
  const root = path.join(folder, "root");
  mkdirSync(root, { recursive: true });
  const apt = await privateApt(path.join(folder, "apt"), { testing: false });
  await apt.update();
  const debs = await apt.downloadClosure(PACKAGES.split(" "));
  // One after the other: packages share folders, and tar creating the same one twice at once fails.
  for (const deb of debs) await command("dpkg-deb", ["-x", deb, root], { seconds: 60 });

  for (const name of ["bin", "sbin", "lib", "lib64"]) mergeIntoUsr(root, name);
  for (const name of UNREAD) rmSync(path.join(root, name), { recursive: true, force: true });
  for (const name of ["passwd", "group"])
    copyFileSync(path.join(root, `usr/share/base-passwd/${name}.master`), path.join(root, "etc", name));
  // Two of the links that alternatives would make.
  symlinkSync("mawk", path.join(root, "usr/bin/awk"));
  symlinkSync("which.debianutils", path.join(root, "usr/bin/which"));
  writeFileSync(path.join(root, "etc/stand-in"), SAYING);
  // Deterministic and without the host's variables: a PYTHONPATH from outside must not reach the venv.
  const inside = { env: { PATH: "/usr/sbin:/usr/bin", HOME: "/root", LC_ALL: "C.UTF-8" }, seconds: 120 };
  await command("/usr/sbin/chroot", [root, "ldconfig"], inside);
  await command("/usr/sbin/chroot", [root, "python3", "-m", "venv", "/opt/model"], inside);
  await command("tar", ["-C", root, "--numeric-owner", "-cf", tarball, "."], { seconds: 120 });
  return debs.reduce((sum, deb) => sum + lstatSync(deb).size, 0);
}

/**
 * Debian 12's packages still name /bin and /lib; its systems have links to /usr/bin and /usr/lib there, and so must this.
 * @param {string} root
 * @param {string} name
 */
function mergeIntoUsr(root, name) {
  const split = path.join(root, name);
  const merged = path.join(root, "usr", name);
  mkdirSync(merged, { recursive: true });
  if (lstatSync(split, { throwIfNoEntry: false })?.isDirectory()) {
    cpSync(split, merged, {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
      force: false,
    });
    rmSync(split, { recursive: true });
  }
  if (!existsSync(split)) symlinkSync(`usr/${name}`, split);
}
