import type { ContextSelection } from "./context-selection.ts";
import { type IgnoreFile, isIgnored } from "./parse-ignore.ts";
import { type PlaceSource, resolveWithin } from "./resolve-within.ts";

/** Patterns that all sources together are held against: about a second. */
const maxComparisons = 20_000_000;

/** A source of COPY, ADD or a bind mount without which the builder stops. */
export interface NeededSource {
  /** As it is written. */
  source: string;
  /** Undefined where nothing is there. */
  place: { path: string; isFolder: boolean } | undefined;
}

/**
 * Looks up what has to be there: each source, and of one with wildcards the folder in front of them, for wildcards may match
 * nothing. Tried with BuildKit 0.25.
 */
export async function neededSources(
  { sources }: ContextSelection,
  disk: PlaceSource,
): Promise<NeededSource[]> {
  const needed = new Map<string, NeededSource>();
  for (const { path, mayBeMissing } of sources) {
    if (mayBeMissing || needed.has(path)) continue;
    const segments = path.split("/");
    const first = segments.findIndex((segment) => /[*?[\\]/.test(segment));
    const fixed = first < 0 ? path : segments.slice(0, first).join("/");
    if (fixed === "") continue;
    const found = await resolveWithin("", fixed, disk);
    const place = found && { path: found.path, isFolder: found.kind === "folder" };
    needed.set(path, { source: path, place });
  }
  return [...needed.values()];
}

/** Those that the builder does not find. `isKept`: whether anything in a folder gets past the ignore file, or the folder itself. */
export function* absentSources(
  needed: readonly NeededSource[],
  ignore: IgnoreFile,
  isKept: (folder: string) => boolean,
): Generator<{ path: string; kind: "missing" | "ignored" }> {
  let left = maxComparisons;
  for (const { source, place } of needed) {
    left -= ignore.patterns.length;
    if (left < 0) return;
    if (place === undefined) yield { path: source, kind: "missing" };
    else if (place.path === "") continue;
    else if (place.isFolder ? !isKept(place.path) : isIgnored(ignore, place.path))
      yield { path: source, kind: "ignored" };
  }
}
