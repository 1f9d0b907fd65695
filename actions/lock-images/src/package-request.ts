/** Python packages to find the files of, for one Python on one platform. */
export interface PackageRequest {
  /** x.y */
  python: string;
  /** The newest wheel tag that the image's pip takes. */
  platform: string;
  /** Pages of links to wheels, https only. */
  pages: readonly string[];
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
