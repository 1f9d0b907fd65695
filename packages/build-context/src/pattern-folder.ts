import { slashesIn } from "./glob.ts";
import { type NameIndex, nameIndex, placesFor } from "./name-index.ts";
import type { IgnorePattern } from "./parse-ignore.ts";

/** A pattern that may have a say below a folder; `hit`: it matches the folder, or one above, and so all that is in it. */
interface Candidate {
  pattern: IgnorePattern;
  index: number;
  /** Of every path it matches; undefined where that is not fixed. */
  slashes: number | undefined;
  hit: boolean;
}

/**
 * What a list of patterns says about a folder and about what lies in it. The patterns of .dockerignore decide so what stays
 * behind, those that come from COPY what is asked for.
 */
export interface PatternFolder {
  /** The pattern that takes the folder itself; undefined where none does, or where a later `!` pattern gave it back. */
  decidedBy: IgnorePattern | undefined;
  /** False where everything below goes by `decidedBy`, so that no pattern needs to be tried there. */
  open: boolean;
  /** Slashes in the path of what stands in the folder. */
  depth: number;
  /** Without those that are found by name, but with those of them that hit. */
  live: readonly Candidate[];
  /** Those of `live` that may match what stands in the folder itself. */
  direct: readonly Candidate[];
  root: PatternRoot;
}

/** What holds in all folders. */
interface PatternRoot {
  all: readonly Candidate[];
  names: NameIndex;
  /** By the pattern's place in the list: 1 once it matched something. */
  matched: Uint8Array;
}

/** The top folder, which no pattern takes. */
export function patternRoot(patterns: readonly IgnorePattern[]): PatternFolder {
  const all = patterns.map((pattern, index) => ({
    pattern,
    index,
    slashes: fixedSlashes(pattern),
    hit: false,
  }));
  const names = nameIndex(patterns);
  const live = all.filter(({ index }) => names.has[index] !== 1);
  return folderOf(undefined, live, 0, { all, names, matched: new Uint8Array(patterns.length) });
}

/**
 * A folder in a folder. The builder does not ask a pattern where the answer would change nothing, and what lies below goes by
 * what was asked: a pattern behind a `!` that was not asked about a folder does not take what is in it.
 */
export function patternsBelow(parent: PatternFolder, path: string): PatternFolder {
  if (!parent.open) return parent;
  const depth = parent.depth + 1;
  const inside = `${path}/`;
  let decidedBy: IgnorePattern | undefined;
  const live: Candidate[] = [];
  for (const candidate of withNamed(parent.live, parent.root, path)) {
    const { pattern, slashes, index } = candidate;
    let { hit } = candidate;
    if (pattern.readmits === (decidedBy !== undefined)) {
      hit ||= isMatch(candidate, path, parent);
      if (hit) decidedBy = pattern.readmits ? undefined : pattern;
    }
    if (hit) live.push(candidate.hit ? candidate : { ...candidate, hit });
    else if (
      parent.root.names.has[index] !== 1 &&
      (slashes === undefined || slashes >= depth) &&
      mayMatchBelow(pattern, inside)
    )
      live.push(candidate);
  }
  return folderOf(decidedBy, live, depth, parent.root);
}

/** The pattern that takes what stands in a folder: the last one that matches it or a folder above, if that is no `!` pattern. */
export function decidingPattern(folder: PatternFolder, path: string): IgnorePattern | undefined {
  if (!folder.open) return folder.decidedBy;
  let decidedBy: IgnorePattern | undefined;
  for (const candidate of withNamed(folder.direct, folder.root, path)) {
    const { pattern, hit } = candidate;
    const turns = pattern.readmits === (decidedBy !== undefined);
    if (turns && (hit || isMatch(candidate, path, folder)))
      decidedBy = pattern.readmits ? undefined : pattern;
  }
  return decidedBy;
}

/** The candidates in the order of the list, with those that the name of the path brings in. */
function withNamed(
  candidates: readonly Candidate[],
  { all, names }: PatternRoot,
  path: string,
): readonly Candidate[] {
  const places = placesFor(names, path);
  if (places.length === 0) return candidates;
  const merged: Candidate[] = [];
  let next = 0;
  for (const place of places) {
    while (next < candidates.length && (candidates[next] as Candidate).index < place)
      merged.push(candidates[next++] as Candidate);
    // One that hit stands there already.
    if (candidates[next]?.index !== place) merged.push(all[place] as Candidate);
  }
  while (next < candidates.length) merged.push(candidates[next++] as Candidate);
  return merged;
}

/** False only where the literal beginning of the pattern leads elsewhere. `inside`: the folder with its slash. */
export function mayMatchBelow({ glob: { head } }: IgnorePattern, inside: string): boolean {
  return head.startsWith(inside) || inside.startsWith(head);
}

/** The number of slashes of every path that a pattern matches; undefined where it may be any. */
export function fixedSlashes({ glob }: IgnorePattern): number | undefined {
  return glob.plain?.is === "whole" ? slashesIn(glob.plain.text) : glob.slashes;
}

function folderOf(
  decidedBy: IgnorePattern | undefined,
  live: readonly Candidate[],
  depth: number,
  root: PatternRoot,
): PatternFolder {
  const open =
    live.some(({ hit, pattern }) => !hit && (decidedBy === undefined || pattern.readmits)) ||
    mayBeNamed(root, live, decidedBy !== undefined);
  const isDirect = ({ hit, slashes }: Candidate): boolean =>
    hit || slashes === undefined || slashes === depth;
  return { decidedBy, open, depth, live, direct: open ? live.filter(isDirect) : [], root };
}

/** Whether a pattern that is found by name, and does not hit anyway, could change something below. */
function mayBeNamed({ names }: PatternRoot, live: readonly Candidate[], isDecided: boolean): boolean {
  let left = isDecided ? names.readmitting : names.size;
  if (left === 0) return false;
  for (const { index, pattern } of live)
    if (names.has[index] === 1 && (!isDecided || pattern.readmits)) left -= 1;
  return left > 0;
}

function isMatch(
  { pattern, index, slashes }: Candidate,
  path: string,
  { depth, root }: PatternFolder,
): boolean {
  if ((slashes !== undefined && slashes !== depth) || !pattern.matches(path)) return false;
  root.matched[index] = 1;
  return true;
}
