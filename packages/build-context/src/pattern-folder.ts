import { slashesIn } from "./glob.ts";
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
  live: readonly Candidate[];
  /** Those of `live` that may match what stands in the folder itself. */
  direct: readonly Candidate[];
  /** By the pattern's place in the list: 1 once it matched something. Of all folders together. */
  matched: Uint8Array;
}

/** The top folder, which no pattern takes. */
export function patternRoot(patterns: readonly IgnorePattern[]): PatternFolder {
  const live = patterns.map((pattern, index) => ({
    pattern,
    index,
    slashes: fixedSlashes(pattern),
    hit: false,
  }));
  return folderOf(undefined, live, 0, new Uint8Array(patterns.length));
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
  for (const candidate of parent.live) {
    const { pattern, slashes } = candidate;
    let { hit } = candidate;
    if (pattern.readmits === (decidedBy !== undefined)) {
      hit ||= isMatch(candidate, path, parent);
      if (hit) decidedBy = pattern.readmits ? undefined : pattern;
    }
    if (hit) live.push(candidate.hit ? candidate : { ...candidate, hit });
    else if ((slashes === undefined || slashes >= depth) && mayMatchBelow(pattern, inside))
      live.push(candidate);
  }
  return folderOf(decidedBy, live, depth, parent.matched);
}

/** The pattern that takes what stands in a folder: the last one that matches it or a folder above, if that is no `!` pattern. */
export function decidingPattern(folder: PatternFolder, path: string): IgnorePattern | undefined {
  if (!folder.open) return folder.decidedBy;
  let decidedBy: IgnorePattern | undefined;
  for (const candidate of folder.direct) {
    const { pattern, hit } = candidate;
    const turns = pattern.readmits === (decidedBy !== undefined);
    if (turns && (hit || isMatch(candidate, path, folder)))
      decidedBy = pattern.readmits ? undefined : pattern;
  }
  return decidedBy;
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
  matched: Uint8Array,
): PatternFolder {
  const open = live.some(({ hit, pattern }) => !hit && (decidedBy === undefined || pattern.readmits));
  const isDirect = ({ hit, slashes }: Candidate): boolean =>
    hit || slashes === undefined || slashes === depth;
  return { decidedBy, open, depth, live, direct: open ? live.filter(isDirect) : [], matched };
}

function isMatch(
  { pattern, index, slashes }: Candidate,
  path: string,
  { depth, matched }: PatternFolder,
): boolean {
  if ((slashes !== undefined && slashes !== depth) || !pattern.matches(path)) return false;
  matched[index] = 1;
  return true;
}
