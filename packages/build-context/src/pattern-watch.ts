import { type NameIndex, placesFor } from "./name-index.ts";
import type { IgnorePattern } from "./parse-ignore.ts";
import { fixedSlashes, mayMatchBelow, type PatternFolder } from "./pattern-folder.ts";
import { type ContextEntry, pathIn } from "./walk-context.ts";

interface Watched {
  pattern: IgnorePattern;
  index: number;
  slashes: number | undefined;
}

/** Patterns that matched nothing yet, as far as they may match something below one folder. */
export interface WatchedFolder {
  depth: number;
  patterns: readonly Watched[];
}

/** Comparisons that may be made for the sake of patterns that match nothing: about two seconds. */
const maxComparisons = 40_000_000;

/**
 * Finds the patterns that match nothing at all. A pattern that is not asked, because an earlier one took the path already,
 * may still match: such a one is no mistake, and must not be called one.
 */
export class PatternWatch {
  /** By the pattern's place in the list: 1 once it matched something. Who asks patterns anyway notes it here too. */
  private readonly matched: Uint8Array;
  private readonly all: readonly IgnorePattern[];
  private readonly names: NameIndex;
  private left = maxComparisons;

  constructor(patterns: readonly IgnorePattern[], { matched, names }: PatternFolder["root"]) {
    this.all = patterns;
    this.matched = matched;
    this.names = names;
  }

  top(): WatchedFolder {
    const patterns = this.all.map((pattern, index) => ({ pattern, index, slashes: fixedSlashes(pattern) }));
    return { depth: 0, patterns: patterns.filter(({ index }) => this.names.has[index] !== 1) };
  }

  below(parent: WatchedFolder, path: string): WatchedFolder {
    const depth = parent.depth + 1;
    if (parent.patterns.length === 0) return { depth, patterns: [] };
    const inside = `${path}/`;
    const patterns = parent.patterns.filter(
      ({ pattern, index, slashes }) =>
        this.matched[index] !== 1 &&
        (slashes === undefined || slashes >= depth) &&
        mayMatchBelow(pattern, inside),
    );
    return { depth, patterns };
  }

  look(folder: WatchedFolder, at: string, entries: readonly ContextEntry[]): void {
    if (this.names.size > 0) for (const { name } of entries) this.lookUp(name, pathIn(at, name));
    for (const { pattern, index, slashes } of folder.patterns) {
      if (slashes !== undefined && slashes !== folder.depth) continue;
      for (const { name } of entries) {
        if (this.matched[index] === 1 || --this.left < 0) break;
        if (pattern.matches(pathIn(at, name))) this.matched[index] = 1;
      }
    }
  }

  private lookUp(name: string, path: string): void {
    for (const index of placesFor(this.names, name))
      if (this.matched[index] !== 1 && this.all[index]?.matches(path)) this.matched[index] = 1;
  }

  /** None where looking for them took too long. */
  unmatched(): IgnorePattern[] {
    return this.left < 0 ? [] : this.all.filter((_, index) => this.matched[index] !== 1);
  }
}
