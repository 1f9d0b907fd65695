import type { PackagePlaces } from "@mia/catalog/lock";
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

/** Every place that pip in the image looks at, and no other. */
function places({ index, extraIndexes, links }: PackagePlaces): string[] {
  return [
    ...(index === null ? [] : ["--index-url", index]),
    ...extraIndexes.flatMap((url) => ["--extra-index-url", url]),
    ...links.flatMap((url) => ["--find-links", url]),
  ];
}

/** Asks which wheels pip would install; none is. `--target` is never written to, but pip wants one for another platform. */
export function wheelArguments(
  request: Pick<PackageRequest, "python" | "platform" | "places">,
  files: { requirements: string; report: string; folder: string },
): string[] {
  return [
    "install",
    // Nothing less says which pages pip could not read and passed over.
    "-vv",
    ...quick,
    "--dry-run",
    "--ignore-installed",
    "--no-deps",
    "--only-binary=:all:",
    ...target(request),
    ...places(request.places),
    ...["--target", files.folder, "--report", files.report, "--requirement", files.requirements],
  ];
}

/** A hash that no file has: pip fetches the archive, says what it has instead, and stops before it runs any of it. */
export const impossibleHash = "0".repeat(64);

/** Asks for the source archive of one package, whose `setup.py` must not run here. */
export function archiveArguments(
  request: Pick<PackageRequest, "python" | "platform" | "places">,
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
    ...places(request.places),
    ...["--dest", files.folder, "--requirement", files.requirements],
  ];
}
