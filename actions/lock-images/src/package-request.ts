import type { PackagePlaces } from "@mia/catalog/lock";

/** Python packages to find the files of, for one Python on one platform, from the same places. */
export interface PackageRequest {
  /** x.y */
  python: string;
  /** The newest wheel tag that the image's pip takes. */
  platform: string;
  /** All that pip in the image looks at; https only. */
  places: PackagePlaces;
  packages: readonly WantedPackage[];
}

export interface WantedPackage {
  name: string;
  version: string;
  wheelOnly: boolean;
}

/** The one file that pip takes, and the host that has it. */
export interface PackageFile {
  file: string;
  sha256: string;
  from: string;
}
