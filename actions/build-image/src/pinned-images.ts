import type { LockedModel, LockPins, PinnedBase } from "@mia/catalog/lock";
import type { BuildPair } from "@mia/container";

/** A Dockerfile as it was read. */
interface Dockerfile {
  path: string;
  text: string;
}

/**
 * The images that the Dockerfile names by tag and the lock by digest, as build contexts: what was locked is what is built, however
 * the tag has moved since. The frontend of a `# syntax=` line cannot be given so.
 */
export function lockedContexts(
  pins: LockPins,
  locked: LockedModel | undefined,
  dockerfile: Dockerfile,
): BuildPair[] {
  const digests = digestsOf(locked);
  return writtenBases(pins, dockerfile)
    .filter((base) => base.digest === undefined && !isFrontend(base, dockerfile))
    .flatMap(({ image }) => {
      const digest = digests.get(image);
      const value = `docker-image://${image}@${digest}`;
      return digest ? [{ name: image.replace(/:latest$/, ""), value }] : [];
    });
}

/**
 * What a build of this Dockerfile takes from elsewhere under a name that can move: images without a digest in the Dockerfile or the
 * lock, git trees without a full commit, whatever a variable names.
 */
export function movableNames(
  pins: LockPins,
  locked: LockedModel | undefined,
  dockerfile: Dockerfile,
): string[] {
  const digests = digestsOf(locked);
  const bases = writtenBases(pins, dockerfile)
    .filter((base) => base.digest === undefined && (isFrontend(base, dockerfile) || !digests.get(base.image)))
    .map(({ image }) => image);
  const sources = pins.sources
    .filter(({ ref, locations }) => isWritten(locations, dockerfile) && !/^[0-9a-f]{40}$/i.test(ref ?? ""))
    .map(({ repository, ref }) => (ref === null ? repository : `${repository}#${ref}`));
  return [...bases, ...sources, ...pins.unknown.map(({ what }) => what)];
}

/** The catalog's name of an image is the one in the lock: a tag always, a digest never. */
function digestsOf(locked: LockedModel | undefined): Map<string, string | null> {
  return new Map((locked?.bases ?? []).map(({ image, digest }) => [image, digest]));
}

/** model.yaml names images too, which nothing fetches for that. */
function writtenBases(pins: LockPins, dockerfile: Dockerfile): PinnedBase[] {
  return pins.bases.filter(({ locations }) => isWritten(locations, dockerfile));
}

function isWritten(locations: readonly { file: string }[], { path }: Dockerfile): boolean {
  return locations.some(({ file }) => file === path);
}

function isFrontend({ locations }: PinnedBase, { path, text }: Dockerfile): boolean {
  const lines = locations.filter(({ file }) => file === path).map(({ line }) => line);
  return lines.some((line) => /^\s*(?:#|\/\/)/.test(text.split("\n", line)[line - 1] ?? ""));
}
