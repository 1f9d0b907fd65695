import type { Amount, ContextMeasure, ContextProblem } from "./context-measure.ts";
import { LargestFiles } from "./largest-files.ts";
import type { MeasureSource, PathState } from "./measure-context.ts";
import type { IgnorePattern } from "./parse-ignore.ts";
import { decidingPattern, type PatternFolder, patternRoot, patternsBelow } from "./pattern-folder.ts";
import { PatternWatch, type WatchedFolder } from "./pattern-watch.ts";
import { type ContextEntry, type ContextVisitor, pathIn } from "./walk-context.ts";

const states: readonly PathState[] = ["ignored", "kept", "selected"];

/** By rank: the bits of the amounts that a file of that rank is part of: tree 1, kept 2, selected 4. */
const inAmounts: readonly number[] = [1, 3, 7];

/** What holds in one folder. */
interface Folder {
  path: string;
  parent: Folder | undefined;
  ignore: PatternFolder;
  /** Undefined where nothing, or everything, is asked for. */
  asked: PatternFolder | undefined;
  watched: WatchedFolder;
  /** The best that is known of the folder, as a place in `states`: it goes along with what is in it. */
  rank: number;
  isReported: boolean;
}

const largestKept = 20;
const maxProblems = 50;

/** Counts a context while it is walked. */
export class ContextCount implements ContextVisitor<Folder> {
  private readonly tree: Amount = { files: 0, bytes: 0 };
  private readonly kept: Amount = { files: 0, bytes: 0 };
  private readonly selected: Amount = { files: 0, bytes: 0 };
  private readonly largest = new LargestFiles(largestKept);
  private readonly problems: ContextProblem[] = [];
  /** By inode: the amounts that hold its bytes, one bit each. */
  private readonly counted = new Map<number, number>();
  private readonly keptBack = new Map<IgnorePattern, Amount>();
  private readonly asked: readonly IgnorePattern[] | "everything" | undefined;
  private readonly always: ReadonlySet<string>;
  private readonly onPath: MeasureSource["onPath"];
  private readonly watch: PatternWatch;
  private readonly ignoreTop: PatternFolder;
  /** Of the folders that are sought: those of which something is kept. */
  readonly keptFolders = new Set<string>();
  private readonly sought: ReadonlySet<string>;
  /** The best a path can be here. */
  private readonly topRank: number;

  constructor(
    patterns: readonly IgnorePattern[],
    asked: readonly IgnorePattern[] | "everything" | undefined,
    always: ReadonlySet<string>,
    onPath: MeasureSource["onPath"],
    sought: ReadonlySet<string> = new Set(),
  ) {
    this.sought = sought;
    this.asked = asked;
    this.always = always;
    this.onPath = onPath;
    this.topRank = asked === undefined ? 1 : 2;
    this.ignoreTop = patternRoot(patterns);
    this.watch = new PatternWatch(patterns, this.ignoreTop.root);
  }

  top(): Folder {
    const asked = Array.isArray(this.asked) ? patternRoot(this.asked) : undefined;
    const watched = this.watch.top();
    return { path: "", parent: undefined, ignore: this.ignoreTop, asked, watched, rank: 0, isReported: true };
  }

  below(parent: Folder, path: string): Folder {
    const ignore = patternsBelow(parent.ignore, path);
    const asked = parent.asked && patternsBelow(parent.asked, path);
    const folder = { path, parent, ignore, asked, watched: this.watch.below(parent.watched, path) };
    const rank = this.rankOf(ignore.decidedBy, asked?.decidedBy, path);
    const made = { ...folder, rank: 0, isReported: false };
    if (rank > 0) this.raise(made, rank);
    return made;
  }

  entries(folder: Folder, at: string, entries: readonly ContextEntry[]): void {
    const { ignore, asked } = folder;
    this.watch.look(folder.watched, at, entries);
    for (const entry of entries) {
      const { name, kind } = entry;
      const path = pathIn(at, name);
      if (kind === "folder") {
        if (!name.isWellFormed()) this.note(path, "not-utf8", this.isSent(folder, path));
        continue;
      }
      const ignoredBy = decidingPattern(ignore, path);
      const rank = this.rankOf(ignoredBy, asked && decidingPattern(asked, path), path);
      this.add(entry, path, rank, ignoredBy);
      if (rank > folder.rank) this.raise(folder, rank);
      this.onPath?.(path, kind, entry.bytes, states[rank] as PathState);
      if (!name.isWellFormed()) this.note(path, "not-utf8", rank === this.topRank);
      if (entry.locked && rank === this.topRank) this.note(path, "locked", false);
    }
  }

  leave(folder: Folder): void {
    if (!folder.isReported) this.report(folder);
  }

  unreadable(folder: Folder, path: string): void {
    // One that is not sent itself may be locked: the builder asks nothing of it.
    this.note(path, "unreadable", folder.rank === this.topRank);
  }

  note(path: string, kind: ContextProblem["kind"], stops: boolean): void {
    if (this.problems.length < maxProblems) this.problems.push({ path, kind, stops });
  }

  measure(): ContextMeasure {
    const rules = [...this.keptBack].map(([pattern, amount]) => ({ ...shown(pattern), ...amount }));
    return {
      tree: this.tree,
      kept: this.kept,
      selected: this.asked === undefined ? null : this.selected,
      largest: this.largest.files,
      rules: rules.sort((a, b) => b.bytes - a.bytes || b.files - a.files || a.line - b.line),
      unmatched: this.watch.unmatched().map(shown),
      problems: this.problems,
    };
  }

  private isSent(folder: Folder, path: string): boolean {
    const taken = folder.asked && decidingPattern(folder.asked, path);
    return this.rankOf(decidingPattern(folder.ignore, path), taken, path) === this.topRank;
  }

  private rankOf(
    ignoredBy: IgnorePattern | undefined,
    askedBy: IgnorePattern | undefined,
    path: string,
  ): number {
    if (ignoredBy !== undefined && !this.always.has(path)) return 0;
    return this.asked === "everything" || askedBy !== undefined ? 2 : 1;
  }

  private add(entry: ContextEntry, path: string, rank: number, ignoredBy: IgnorePattern | undefined): void {
    if (entry.kind === "other") return;
    const { bytes, inode } = entry;
    const before = inode === undefined ? 0 : (this.counted.get(inode) ?? 0);
    addTo(this.tree, before & 1 ? 0 : bytes);
    if (rank > 0) addTo(this.kept, before & 2 ? 0 : bytes);
    else if (ignoredBy) addTo(this.amountOf(ignoredBy), before === 0 ? bytes : 0);
    if (rank > 1) addTo(this.selected, before & 4 ? 0 : bytes);
    if (inode !== undefined) this.counted.set(inode, before | (inAmounts[rank] ?? 0));
    if (rank === this.topRank) this.largest.add(path, bytes);
  }

  private amountOf(pattern: IgnorePattern): Amount {
    const known = this.keptBack.get(pattern);
    if (known) return known;
    const made = { files: 0, bytes: 0 };
    this.keptBack.set(pattern, made);
    return made;
  }

  /** A folder goes along with what is in it; it is told of at once where nothing better can become of it. */
  private raise(folder: Folder, rank: number): void {
    const raised: Folder[] = [];
    for (let at: Folder | undefined = folder; at && at.rank < rank; at = at.parent) {
      at.rank = rank;
      if (this.sought.has(at.path)) this.keptFolders.add(at.path);
      raised.push(at);
    }
    if (rank < this.topRank) return;
    for (const one of raised.reverse()) if (!one.isReported) this.report(one);
  }

  private report(folder: Folder): void {
    folder.isReported = true;
    this.onPath?.(folder.path, "folder", 0, states[folder.rank] as PathState);
  }
}

function addTo(amount: Amount, bytes: number): void {
  amount.files += 1;
  amount.bytes += bytes;
}

function shown({ line, text, readmits }: IgnorePattern): { line: number; text: string } {
  return { line, text: readmits ? `!${text}` : text };
}
