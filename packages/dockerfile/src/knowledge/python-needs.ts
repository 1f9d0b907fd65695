import { normalName } from "../pins/requirements.ts";
import { publicVersion } from "../pins/versions.ts";
import { rowOf } from "./row-of.ts";
import { compareVersions } from "./version-order.ts";

/**
 * On which Pythons a package's releases can be installed: from a version on, Requires-Python (`-` where the release says
 * none) and the Pythons that PyPI has Linux x86-64 wheels for (`any`; `3.7+` of abi3 wheels; `-` where there are none), up to
 * the next entry. `end` is the newest release when it was read: what is newer is unknown.
 * Source: PyPI, read 2026-11-23 by scripts/python-needs.ts, which prints these rows.
 */
const needs: Record<string, string> = {
  numpy:
    "1.16.0 >=2.7 3.5-3.7; 1.17.0 >=3.5 3.5-3.7; 1.17.3 >=3.5 3.5-3.8; 1.19.0 >=3.6 3.6-3.8; 1.19.3 >=3.6 3.6-3.9; 1.20.0 >=3.7 3.7-3.9; 1.21.2 >=3.7,<3.11 3.7-3.10; 1.22.0 >=3.8 3.8-3.10; 1.23.2 >=3.8 3.8-3.11; 1.25.0 >=3.9 3.9-3.11; 1.26.0 >=3.9,<3.13 3.9-3.12; 1.26.2 >=3.9 3.9-3.12; 2.1.0 >=3.10 3.10-3.13; 2.3.0 >=3.11 3.11-3.13; 2.3.2 >=3.11 3.11-3.14; 2.5.0 >=3.12 3.12-3.14; 2.5.2 >=3.12 3.12-3.15; 2.5.5 end",
  scipy:
    "1.2.0 >=2.7 3.4-3.7; 1.3.0 >=3.5 3.5-3.7; 1.3.2 >=3.5 3.5-3.8; 1.5.0 >=3.6 3.6-3.8; 1.5.4 >=3.6 3.6-3.9; 1.6.0 >=3.7 3.7-3.9; 1.6.2 >=3.7,<3.10 3.7-3.9; 1.7.2 >=3.7,<3.11 3.7-3.10; 1.8.0 >=3.8,<3.11 3.8-3.10; 1.9.0 >=3.8,<3.12 3.8-3.10; 1.9.2 >=3.8 3.8-3.11; 1.10.0 >=3.8,<3.12 3.8-3.11; 1.11.1 >=3.9,<3.13 3.9-3.11; 1.11.2 >=3.9,<3.13 3.9-3.12; 1.11.4 >=3.9 3.9-3.12; 1.14.0 >=3.10 3.10-3.12; 1.14.1 >=3.10 3.10-3.13; 1.16.0 >=3.11 3.11-3.13; 1.16.1 >=3.11 3.11-3.14; 1.18.0 >=3.12 3.12-3.14; 1.18.1 >=3.12 3.12-3.15; 1.18.1 end",
  numba:
    "0.43.0 - 3.5-3.7; 0.47.0 - 3.5-3.8; 0.48.0 >=3.6 3.6-3.8; 0.52.0 >=3.6,<3.9 3.6-3.8; 0.53.0 >=3.6,<3.10 3.6-3.9; 0.54.0 >=3.7,<3.10 3.7-3.9; 0.55.0 >=3.7,<3.11 3.7-3.10; 0.56.0 >=3.7 3.7-3.10; 0.57.0 >=3.8 3.8-3.11; 0.59.0 >=3.9 3.9-3.12; 0.61.0 >=3.10 3.10-3.13; 0.63.0 >=3.10 3.10-3.14; 0.68.0 >=3.10 3.10-3.15; 0.68.1 end",
  llvmlite:
    "0.28.0 - 3.5-3.7; 0.31.0 - 3.5-3.8; 0.32.0 - 3.6-3.8; 0.33.0 >=3.6 3.6-3.8; 0.36.0 >=3.6,<3.10 3.6-3.9; 0.37.0 >=3.7,<3.10 3.7-3.9; 0.38.0 >=3.7,<3.11 3.7-3.10; 0.39.0 >=3.7 3.7-3.10; 0.40.0 >=3.8 3.8-3.11; 0.42.0 >=3.9 3.9-3.12; 0.44.0 >=3.10 3.10-3.13; 0.46.0 >=3.10 3.10-3.14; 0.50.0 >=3.10 3.10-3.15; 0.50.0 end",
  "scikit-image":
    "0.14.2 >=2.7 3.5-3.7; 0.14.3 >=2.7 3.4-3.7; 0.14.4 >=2.7 3.5-3.7; 0.14.5 >=2.7 3.6-3.7; 0.15.0 >=3.5 3.5-3.7; 0.16.1 >=3.6 3.6-3.7; 0.16.2 >=3.6 3.6-3.8; 0.18.0 >=3.7 3.7-3.9; 0.19.0 >=3.7 3.7-3.10; 0.20.0 >=3.8 3.8-3.11; 0.22.0 >=3.9 3.9-3.12; 0.23.1 >=3.10 3.10-3.12; 0.24.0 >=3.9 3.9-3.12; 0.25.0 >=3.10 3.10-3.13; 0.26.0 >=3.11 3.11-3.14; 0.26.0 end",
  "scikit-learn":
    "0.20.0 - 3.4-3.7; 0.21.0 - 3.5-3.7; 0.21.1 >=3.5 3.5-3.7; 0.22 >=3.5 3.5-3.8; 0.22.2 >=3.5 3.6-3.8; 0.22.2.post1 >=3.5 3.5-3.8; 0.23.0 >=3.6 3.6-3.8; 0.24.0 >=3.6 3.6-3.9; 1.0 >=3.7 3.7-3.9; 1.0.2 >=3.7 3.7-3.10; 1.1.0 >=3.8 3.8-3.10; 1.1.3 >=3.8 3.8-3.11; 1.3.1 >=3.8 3.8-3.12; 1.4.0 >=3.9 3.9-3.12; 1.5.2 >=3.9 3.9-3.13; 1.7.0 >=3.10 3.10-3.13; 1.7.2 >=3.10 3.10-3.14; 1.8.0 >=3.11 3.11-3.14; 1.9.1 >=3.11 3.11-3.15; 1.9.1 end",
  networkx:
    "2.0 - -; 2.3 >=3.5 -; 2.4 >=3.5 any; 2.5 >=3.6 any; 2.6.2 >=3.7 any; 2.7 >=3.8 any; 3.2 >=3.9 any; 3.3 >=3.10 any; 3.5 >=3.11 any; 3.7 >=3.12 any; 3.7 end",
  shapely:
    "1.6.0 - 3.4-3.6; 1.6.4.post2 - 3.4-3.7; 1.7.0 - 3.5-3.8; 1.7.1 - 3.5-3.9; 1.8.0 >=3.6 3.6-3.10; 1.8.5 >=3.6 3.7-3.11; 1.8.5.post1 >=3.6 3.6-3.11; 2.0.0 >=3.7 3.7-3.11; 2.0.2 >=3.7 3.7-3.12; 2.0.6 >=3.7 3.7-3.13; 2.1.0 >=3.10 3.10-3.13; 2.1.2 >=3.10 3.10-3.14; 2.2.0 >=3.11 3.11-3.15; 2.2.0 end",
  pillow:
    "6.0.0 >=2.7 3.5-3.7; 6.2.1 >=2.7 3.5-3.8; 7.0.0 >=3.5 3.5-3.8; 8.0.0 >=3.6 3.6-3.9; 8.3.2 >=3.6 3.6-3.10; 9.0.0 >=3.7 3.7-3.10; 9.2.0 >=3.7 3.7-3.11; 10.0.0 >=3.8 3.8-3.12; 10.4.0 >=3.8 3.8-3.13; 11.0.0 >=3.9 3.9-3.13; 11.3.0 >=3.9 3.9-3.14; 12.0.0 >=3.10 3.10-3.14; 12.3.0 >=3.10 3.10-3.15; 13.0.0 >=3.11 3.11-3.15; 13.0.0 end",
  "opencv-python":
    "4.0.0.21 - 3.4-3.7; 4.1.2.30 - 3.5-3.8; 4.4.0.40 >=3.5 3.5-3.8; 4.4.0.46 >=3.6 3.6-3.9; 4.5.4.60 >=3.6 3.6-3.10; 4.5.5.64 >=3.6 3.6+; 4.7.0.72 >=3.6 3.7+; 5.0.0.93 end",
  "opencv-python-headless":
    "4.0.0.21 - 3.4-3.7; 4.1.2.30 - 3.5-3.8; 4.4.0.46 >=3.6 3.6-3.9; 4.5.4.58 >=3.6 3.6-3.10; 4.5.5.64 >=3.6 3.6+; 4.7.0.72 >=3.6 3.7+; 5.0.0.93 end",
  pandas:
    "0.24.0 >=2.7 3.5-3.7; 0.25.0 >=3.5 3.5-3.7; 0.25.2 >=3.5 3.5-3.8; 1.0.0 >=3.6 3.6-3.8; 1.1.3 >=3.6 3.6-3.9; 1.2.0 >=3.7 3.7-3.9; 1.3.3 >=3.7 3.7-3.10; 1.4.0 >=3.8 3.8-3.10; 1.5.0 >=3.8 3.8-3.11; 2.1.0 >=3.9 3.9-3.11; 2.1.1 >=3.9 3.9-3.12; 2.2.3 >=3.9 3.9-3.13; 2.3.3 >=3.9 3.9-3.14; 3.0.0 >=3.11 3.11-3.14; 3.0.6 >=3.11 3.11-3.15; 3.1.1 end",
  matplotlib:
    "3.0.0 >=3.5 3.5-3.7; 3.1.0 >=3.6 3.6-3.7; 3.1.2 >=3.6 3.6-3.8; 3.3.3 >=3.6 3.6-3.9; 3.4.0 >=3.7 3.7-3.9; 3.5.0 >=3.7 3.7-3.10; 3.6.0 >=3.8 3.8-3.11; 3.7.3 >=3.8 3.8-3.12; 3.8.0 >=3.9 3.9-3.12; 3.9.2 >=3.9 3.9-3.13; 3.10.0 >=3.10 3.10-3.13; 3.10.5 >=3.10 3.10-3.14; 3.11.0 >=3.11 3.11-3.14; 3.11.2 >=3.11 3.11-3.15; 3.11.2 end",
  setuptools:
    "40.0.0 >=2.7 any; 45.0.0 >=3.5 any; 51.0.0 >=3.6 any; 59.7.0 >=3.7 any; 68.1.0 >=3.8 any; 75.4.0 >=3.9 any; 83.0.0 >=3.10 any; 84.2.1 end",
  torch:
    "1.4.0 >=2.7 3.5-3.8; 1.6.0 >=3.6 3.6-3.8; 1.7.1 >=3.6 3.6-3.9; 1.11.0 >=3.7 3.7-3.10; 1.13.0 >=3.7 3.7-3.11; 2.0.0 >=3.8 3.8-3.11; 2.2.0 >=3.8 3.8-3.12; 2.5.0 >=3.8 3.9-3.13; 2.6.0 >=3.9 3.9-3.13; 2.9.0 >=3.10 3.10-3.14; 2.15.0 >=3.11 3.11-3.15; 2.15.0 end",
  torchvision:
    "0.5.0 - 3.5-3.8; 0.7.0 - 3.6-3.8; 0.8.2 - 3.6-3.9; 0.11.3 - 3.7-3.9; 0.12.0 >=3.7 3.7-3.10; 0.15.1 >=3.8 3.8-3.11; 0.17.0 >=3.8 3.8-3.12; 0.20.0 >=3.8 3.9-3.12; 0.21.0 >=3.9 3.9-3.13; 0.24.0 >=3.10 3.10-3.14; 0.29.2 >=3.10 any; 0.29.2 end",
  torchaudio:
    "0.4.0 - 3.5-3.8; 0.6.0 - 3.6-3.8; 0.7.2 - 3.6-3.9; 0.10.2 - 3.7-3.9; 0.11.0 - 3.7-3.10; 2.0.1 - 3.8-3.11; 2.2.0 - 3.8-3.12; 2.5.0 - 3.9-3.12; 2.6.0 - 3.9-3.13; 2.9.0 - 3.10-3.14; 2.11.0 end",
  "mmcv-full": "1.0.0 - -; 1.7.2 end",
  mmcv: "1.0.0 - -; 2.0.0 >=3.7 -; 2.2.0 end",
  mmengine: "0.1.0 >=3.6 any; 0.5.0 >=3.7 any; 0.10.7 end",
  mmdet: "2.3.0 - any; 3.3.0 end",
  mmsegmentation: "0.5.0 - any; 1.2.2 end",
  mmdet3d: "0.5.0 - -; 1.1.0 - any; 1.4.0 end",
  av2: "0.1.0.0 >=3.8 any; 0.3.1 >=3.8 3.8-3.13; 0.3.4 >=3.8 3.9-3.12; 0.3.6 end",
  "nuscenes-devkit": "1.0.0 >=3.6 any; 1.2.0 >=3.9 any; 1.2.0 end",
  open3d:
    "0.9.0.0 - 3.5-3.7; 0.10.0.0 - 3.5-3.8; 0.10.0.1 - -; 0.11.0 - 3.6-3.8; 0.13.0 >=3.6 3.6-3.8; 0.14.1 >=3.6 3.6-3.9; 0.15.1 >=3.6 -; 0.15.2 >=3.6 3.6-3.9; 0.16.0 >=3.6 3.7-3.10; 0.16.1 >=3.6 -; 0.17.0 >=3.6 3.7-3.10; 0.18.0 >=3.8 3.8-3.11; 0.19.0 >=3.8 3.8-3.12; 0.20.0 >=3.10 3.10-3.14; 0.20.0 end",
  timm: "0.3.0 >=3.6 any; 0.6.13 >=3.7 any; 0.9.16 >=3.8 any; 1.0.31 >=3.10 any; 1.0.31 end",
  transformers:
    "4.0.0 >=3.6 any; 4.19.0 >=3.7 any; 4.31.0 >=3.8 any; 4.47.0 >=3.9 any; 5.0.0 >=3.10 any; 5.21.0 >=3.11 any; 5.23.0 end",
  "flash-attn": "0.2.0 >=3.7 -; 2.6.0.post1 >=3.8 -; 2.7.1.post4 >=3.9 -; 2.8.3.post2 end",
  pycocotools:
    "2.0.0 - -; 2.0.4 >=3.5 -; 2.0.7 >=3.5 3.7-3.11; 2.0.8 >=3.9 3.9-3.12; 2.0.10 >=3.9 3.12+,3.9-3.11; 2.0.11 end",
};

interface Release {
  from: string;
  requires: string;
  wheels: string;
}

/** Requires-Python of a release as x.y bounds: `>=3.7,<3.11`; undefined where it has none or the table does not know it. */
export function requiresPython(name: string, version: string): string | undefined {
  const requires = releaseOf(name, version)?.requires;
  return requires === "-" ? undefined : requires;
}

/** Whether pip takes a release on a Python (`3.8`) at all; undefined where not known. */
export function acceptsPython(name: string, version: string, python: string): boolean | undefined {
  const release = releaseOf(name, version);
  if (release === undefined || !isPython(python)) return undefined;
  if (release.requires === "-") return true;
  return release.requires.split(",").every((bound) => {
    const [, operator, than = ""] = /^(>=|<=|<)(.+)$/.exec(bound) ?? [];
    const order = compareVersions(python, than) ?? 0;
    return operator === ">=" ? order >= 0 : operator === "<=" ? order <= 0 : order < 0;
  });
}

/**
 * Whether PyPI has a ready wheel of a release for a Python on Linux x86-64. Without one pip compiles the source, which for most
 * of these packages takes compilers and long, or fails. Other indexes may have more. Undefined where not known.
 */
export function hasWheel(name: string, version: string, python: string): boolean | undefined {
  const wheels = releaseOf(name, version)?.wheels;
  if (wheels === undefined || !isPython(python)) return undefined;
  return wheels.split(",").some((run) => {
    if (run === "any") return true;
    if (run === "-") return false;
    const [first = "", last = first] = run.replace("+", "-3.99").split("-");
    return (compareVersions(python, first) ?? -1) >= 0 && (compareVersions(python, last) ?? 1) <= 0;
  });
}

/**
 * The Pythons (`3.8`) with such a wheel, lowest first, none where PyPI has only the source; undefined where not known, and
 * where wheels fit every later Python, so that no list is complete.
 */
export function wheelPythons(name: string, version: string): string[] | undefined {
  const wheels = releaseOf(name, version)?.wheels;
  if (wheels === undefined || /any|\+/.test(wheels)) return undefined;
  const all = Array.from({ length: 30 }, (_, minor) => `3.${minor}`);
  return all.filter((python) => hasWheel(name, version, python));
}

function isPython(python: string): boolean {
  return /^3\.\d{1,2}$/.test(python);
}

/** Three questions are asked about each pin of each image, and images share their pins. */
const answered = new Map<string, Release | undefined>();
const maxAnswered = 10_000;

function releaseOf(name: string, version: string): Release | undefined {
  if (rowOf(needs, name) === undefined && rowOf(needs, normalName(name)) === undefined) return undefined;
  const key = `${name} ${version}`;
  if (!answered.has(key) && answered.size < maxAnswered) answered.set(key, findRelease(name, version));
  return answered.has(key) ? answered.get(key) : findRelease(name, version);
}

function findRelease(name: string, version: string): Release | undefined {
  const rows = rowOf(needs, normalName(name))?.split("; ") ?? [];
  const wanted = publicVersion(version);
  let found: Release | undefined;
  for (const row of rows) {
    const [from = "", requires = "", wheels = ""] = row.split(" ");
    const order = compareVersions(wanted, from);
    if (order === undefined) return undefined;
    if (requires === "end") return order <= 0 ? found : undefined;
    if (order < 0) return found;
    found = { from, requires, wheels };
  }
  return undefined;
}
