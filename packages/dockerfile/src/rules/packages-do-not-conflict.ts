import type { Image } from "../image.ts";
import { environmentOf, noted, type Package } from "../pins/environment.ts";
import type { Install } from "../pins/installs.ts";
import { packageName, pinOf } from "../pins/packages.ts";
import { compareVersions, parseVersion } from "../pins/pep440.ts";
import { momentsOf } from "../pins/timeline.ts";
import type { Report, Rule } from "../rule.ts";
import { uniqueReports } from "./unique-reports.ts";

export const packagesDoNotConflict: Rule = {
  code: "MIA114",
  id: "packages-do-not-conflict",
  description: "No two packages that write the same files, and no two versions of one package.",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    yield* uniqueReports([...twins(image), ...doublePins(image)]);
  },
};

/** What they are imported as, and the packages that write it. */
const families: Record<string, readonly string[]> = {
  mmcv: ["mmcv", "mmcv-full"],
  cv2: ["opencv-python", "opencv-python-headless", "opencv-contrib-python", "opencv-contrib-python-headless"],
};

/** At the end of a stage, so that an uninstall in between counts. */
function* twins(image: Image): Generator<Report> {
  for (const stage of image.stages) {
    const { packages } = environmentOf(image, stage);
    for (const [module, names] of Object.entries(families)) {
      const there = names
        .flatMap((name) => packages.get(name) ?? [])
        .filter(({ sure, install }) => sure && install !== undefined);
      const [later, ...earlier] = there.sort(byInstall(image)).reverse() as [Package, ...Package[]];
      if (there.length < 2) continue;
      const all = [...earlier]
        .reverse()
        .concat(later)
        .map(({ name }) => name);
      yield {
        message: `${all.slice(0, -1).join(", ")} and ${later.name} are ${all.length === 2 ? "both" : "all"} installed and imported as ${module}: the later one overwrites files of the other`,
        remedy: "Keep one of them, and uninstall the other before, if something else brings it.",
        locations: [later.location, ...earlier.map((one) => noted(one, `installs ${one.name}`))],
      };
    }
  }
}

/** The order in which the commands of an image stand. */
function byInstall(image: Image): (a: Package, b: Package) => number {
  const order = (one: Package): number => (one.install ? image.commands.indexOf(one.install.command) : -1);
  return (a, b) => order(a) - order(b);
}

/** Two exact versions of one package in one command. */
function* doublePins(image: Image): Generator<Report> {
  for (const { installs } of momentsOf(image)) {
    const first = new Map<string, Install>();
    for (const install of installs) {
      const pin = pinOf(install);
      if (
        pin === undefined ||
        install.applies !== true ||
        install.tool === "conda" ||
        install.requirement.source !== "index"
      )
        continue;
      const name = packageName(install);
      const other = first.get(name);
      first.set(name, other ?? install);
      const otherPin = other && pinOf(other);
      if (other === undefined || otherPin === undefined || isSame(pin, otherPin)) continue;
      // The one in a file is the one to change: the command line is what somebody added last.
      const [change, keep] =
        other.from === "command" && install.from === "file" ? [install, other] : [other, install];
      yield {
        message: `${name} ${pinOf(change)} here and ${name} ${pinOf(keep)} there are asked for by one command: pip installs neither`,
        remedy: "Keep one of the two pins.",
        locations: [change.location, noted(keep, `${name} ${pinOf(keep)}`)],
        severity: "error",
      };
    }
  }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (left === undefined || right === undefined) return true;
  // `==1.9.1` takes 1.9.1+cu111.
  if (left.local.length === 0 || right.local.length === 0)
    return compareVersions({ ...left, local: [] }, { ...right, local: [] }) === 0;
  return compareVersions(left, right) === 0;
}
