import type { PackageRequest } from "./package-request.ts";
import { platformTags } from "./wheel-tags.ts";

/** Nobody is there to answer, and one more try than the first must do. */
const quick = [
  "--no-input",
  "--disable-pip-version-check",
  "--no-color",
  "--retries",
  "1",
  "--timeout",
  "15",
];

/**
 * The image's Python, as pip shall imagine it. `pip install` holds Requires-Python against the Python that runs pip, whatever
 * `--python-version` says (pip 23.2), and nobody told us the image's patch release: exact versions need no such check.
 */
function target({ python, platform }: Pick<PackageRequest, "python" | "platform">): string[] {
  const platforms = platformTags(platform).flatMap((tag) => ["--platform", tag]);
  return ["--implementation", "cp", "--python-version", python, "--ignore-requires-python", ...platforms];
}

/** Asks which wheels pip would install; none is. `--target` is never written to, but pip wants one for another platform. */
export function wheelArguments(
  request: Pick<PackageRequest, "python" | "platform" | "pages">,
  files: { requirements: string; report: string; folder: string },
  verbose: boolean,
): string[] {
  return [
    "install",
    verbose ? "-vv" : "--quiet",
    ...quick,
    "--dry-run",
    "--ignore-installed",
    "--no-deps",
    "--only-binary=:all:",
    ...target(request),
    ...request.pages.flatMap((page) => ["--find-links", page]),
    ...["--target", files.folder, "--report", files.report, "--requirement", files.requirements],
  ];
}

/** A hash that no file has: pip fetches the archive, says what it has instead, and stops before it runs any of it. */
export const impossibleHash = "0".repeat(64);

/** Asks for the source archive of one package, whose `setup.py` must not run here. */
export function archiveArguments(
  request: Pick<PackageRequest, "python" | "platform">,
  files: { requirements: string; folder: string },
): string[] {
  return [
    "download",
    "-vv",
    ...quick,
    "--progress-bar=off",
    "--no-deps",
    "--no-binary=:all:",
    "--require-hashes",
    ...target(request),
    ...["--dest", files.folder, "--requirement", files.requirements],
  ];
}
