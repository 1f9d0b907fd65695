import type { Location } from "@mia/step-result";

/** What the files of one image folder ask for by name, and where each says so. What the lock must hold. */
export interface LockPins {
  slug: string;
  /** x.y */
  python: string;
  /** The newest wheel tag that the base's system takes, such as `manylinux_2_27_x86_64`. */
  platform: string;
  bases: PinnedBase[];
  sources: PinnedSource[];
  packages: PinnedPackage[];
  /** Pages with links to wheels, beside the index. */
  wheelPages: string[];
  /** What cannot be locked because only the build's caller decides on it. */
  unknown: { what: string; location: Location }[];
}

/** `image` has its tag; `digest` where a file names it. */
export interface PinnedBase {
  image: string;
  digest?: string;
  locations: Location[];
}

export interface PinnedSource {
  /** Without password, `.git` and the slash at the end. */
  repository: string;
  ref: string | null;
  locations: Location[];
}

export interface PinnedPackage {
  name: string;
  /** Null where a file allows more than one. */
  version: string | null;
  /** The Dockerfile makes the wheel. */
  built: boolean;
  /** pip may take a wheel only: an archive would be compiled. */
  wheelOnly: boolean;
  locations: Location[];
}
