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
  /** What no lock can hold. `why`: undefined where only the build's caller decides on it. */
  unknown: UnknownPin[];
}

export interface UnknownPin {
  /** Shown and written: without passwords. */
  what: string;
  why?: string;
  location: Location;
}

/** `image` has its tag, and the digest too where another one of the same tag is named; `digest` where a file names it. */
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
  /** Where pip in the image looks for it. Undefined: the index that it knows by itself. */
  places?: PackagePlaces;
  /** Why nobody is asked for its file: whoever answered would not be the one that decides in the image. */
  undecided?: string;
  /** SHA-256 of the files that a requirements file allows; any where there are none. */
  hashes?: string[];
  locations: Location[];
}

/** The places pip takes a package from; of all of them it takes the best file. */
export interface PackagePlaces {
  /** Null: the default. */
  index: string | null;
  extraIndexes: string[];
  /** Pages with links to files. */
  links: string[];
}
