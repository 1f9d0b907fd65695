import { cleanPath } from "./clean-path.ts";
import { type Glob, globMatches, parseGlob, slashesIn } from "./glob.ts";
import { matchesName, type NamePattern, namePattern } from "./name-pattern.ts";
import type { IgnorePattern } from "./parse-ignore.ts";

/** Something that lies in the folder of the context. */
export interface ContextPath {
  kind: "file" | "folder" | "link" | "other";
  /** The pattern that keeps it from the builder; undefined where it is sent. */
  ignoredBy: IgnorePattern | undefined;
}

export interface ContextTree {
  /** By path relative to the context, with forward slashes. */
  paths: ReadonlyMap<string, ContextPath>;
  /** False where the folder holds more than was remembered: what is not in `paths` may exist. */
  complete: boolean;
}

/**
 * What a source of COPY or of a bind mount meets. `goesOn`: the builder copies nothing and does not stop. `path` is
 * what a pattern of .dockerignore would call it, `line` that of the pattern which leaves it out.
 */
export type ContextMatch =
  | { kind: "sent" | "unknown" }
  | { kind: "missing"; goesOn: boolean }
  | { kind: "ignored"; goesOn: boolean; path: string; line: number };

/**
 * Looks a source up as BuildKit does (tried with Docker 28): relative to the context's root, which `..` and a leading `/`
 * do not leave. Wildcards that match nothing are no mistake to the builder, a missing folder before them is.
 * Nothing is said about what lies behind a symbolic link.
 */
export function contextFinder(tree: ContextTree): (source: string, wildcards: boolean) => ContextMatch {
  const budget = { left: maxWork };
  return (source, wildcards) => {
    const path = cleanPath(`/${source}`).slice(1);
    const segments = path.split("/");
    const first = wildcards ? segments.findIndex((segment) => /[*?[\\]/.test(segment)) : -1;
    if (first < 0) return findPath(tree, path);
    const above = segments.slice(0, first).join("/");
    const folder = findPath(tree, above);
    if (folder.kind !== "sent") return folder;
    // Which of two backslashes is the Dockerfile's and which the pattern's is the builder's secret.
    if (tree.paths.get(above)?.kind === "link" || path.includes("\\")) return { kind: "unknown" };
    const glob = path.length > maxPatternLength ? "is too long" : parseGlob(path);
    return typeof glob === "string" ? { kind: "unknown" } : findMatches(tree, glob, path, budget);
  };
}

/** A path that a pattern of .dockerignore matches. */
export interface PatternMatch {
  path: string;
  kind: ContextPath["kind"];
  /** Whether the builder gets it. */
  sent: boolean;
}

/**
 * The paths that a pattern matches by itself, whatever other patterns say: at most `limit`.
 * Undefined where not every path was remembered, or where looking through them would take too long.
 */
export function patternFinder(
  tree: ContextTree,
): (pattern: string, limit: number) => PatternMatch[] | undefined {
  const budget = { left: maxWork };
  const known = new Map<string, PatternMatch[] | undefined>();
  const find = (pattern: string, limit: number): PatternMatch[] | undefined => {
    if (!tree.complete) return undefined;
    if (!/[*?[\\]/.test(pattern)) {
      const path = tree.paths.get(pattern);
      return path ? [{ path: pattern, kind: path.kind, sent: path.ignoredBy === undefined }] : [];
    }
    const texts = pattern.length > maxPatternLength ? undefined : namePattern(pattern);
    if (texts) return findNames(tree, texts, limit);
    const glob = pattern.length > maxPatternLength ? "is too long" : parseGlob(pattern);
    if (typeof glob === "string") return undefined;
    const found: PatternMatch[] = [];
    for (const [path, { kind, ignoredBy }] of candidates(tree, glob)) {
      if (!mayMatch(glob, path, budget)) continue;
      if (budget.left < 0) return undefined;
      if (globMatches(glob, path)) found.push({ path, kind, sent: ignoredBy === undefined });
      if (found.length >= limit) break;
    }
    return found;
  };
  // A hundred Dockerfiles that share a context ask the same of it.
  return (pattern, limit) => {
    const key = `${limit} ${pattern}`;
    if (!known.has(key)) known.set(key, find(pattern, limit));
    return known.get(key);
  };
}

/** Paths by the name they end in; `all`: every name between NULs, which no name holds, for looking through them in one go. */
interface Names {
  paths: Map<string, string[]>;
  all: string;
}
const namesOf = new WeakMap<ContextTree, Names>();

/** By name alone: one search through all names, or none for a pattern without wildcards in the name. */
function findNames(tree: ContextTree, texts: NamePattern, limit: number): PatternMatch[] {
  const names = namesOf.get(tree) ?? readNames(tree);
  namesOf.set(tree, names);
  const found: PatternMatch[] = [];
  for (const name of texts.length === 1 ? texts : namesWith(names, texts)) {
    for (const path of names.paths.get(name) ?? []) {
      if (found.length >= limit) return found;
      const { kind, ignoredBy } = tree.paths.get(path) as ContextPath;
      found.push({ path, kind, sent: ignoredBy === undefined });
    }
  }
  return found;
}

function* namesWith({ all }: Names, texts: NamePattern): Generator<string> {
  const longest = texts.reduce((a, b) => (b.length > a.length ? b : a));
  for (let at = all.indexOf(longest, 1); at >= 0; at = all.indexOf(longest, at)) {
    const start = all.lastIndexOf("\0", at - 1) + 1;
    at = all.indexOf("\0", at);
    if (at < 0) return;
    const name = all.slice(start, at);
    if (matchesName(texts, name)) yield name;
    at += 1;
    if (at >= all.length) return;
  }
}

function readNames(tree: ContextTree): Names {
  const paths = new Map<string, string[]>();
  for (const path of tree.paths.keys()) {
    const name = nameOf(path);
    const same = paths.get(name);
    if (same) same.push(path);
    else paths.set(name, [path]);
  }
  return { paths, all: `\0${[...paths.keys()].join("\0")}\0` };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Counts what looking at a path costs; false where its literal ends rule it out at once. */
function mayMatch(glob: Glob, path: string, budget: { left: number }): boolean {
  const may = path.startsWith(glob.head) && path.endsWith(glob.tail);
  budget.left -= may ? 1 + glob.steps.length * path.length : 1;
  return may || budget.left < 0;
}

/** Longer than any path can be. */
const maxPatternLength = 4096;

/** Steps of matching that all wildcards of a file may take together: a fraction of a second. */
const maxWork = 20_000_000;

function findPath({ paths, complete }: ContextTree, path: string): ContextMatch {
  // The root is always there, whatever is left out of it.
  if (path === "") return { kind: "sent" };
  const found = paths.get(path);
  if (found) return found.ignoredBy ? ignored(found.ignoredBy, path, false) : { kind: "sent" };
  if (!complete) return { kind: "unknown" };
  for (let end = path.indexOf("/"); end > 0; end = path.indexOf("/", end + 1)) {
    if (paths.get(path.slice(0, end))?.kind === "link") return { kind: "unknown" };
  }
  return { kind: "missing", goesOn: false };
}

function findMatches(tree: ContextTree, glob: Glob, pattern: string, budget: { left: number }): ContextMatch {
  let kept: IgnorePattern | undefined;
  for (const [path, { ignoredBy }] of candidates(tree, glob)) {
    if (!mayMatch(glob, path, budget)) continue;
    if (budget.left < 0) return { kind: "unknown" };
    if (!globMatches(glob, path)) continue;
    if (ignoredBy === undefined) return { kind: "sent" };
    kept ??= ignoredBy;
  }
  if (kept) return ignored(kept, pattern, true);
  return tree.complete ? { kind: "missing", goesOn: true } : { kind: "unknown" };
}

type Paths = Iterable<readonly [string, ContextPath]>;

const byDepth = new WeakMap<ContextTree, Map<number, [string, ContextPath][]>>();

/** The paths that lie as deep as the pattern wants: of a large tree the first wildcard sorts them, the others profit. */
function candidates(tree: ContextTree, { slashes }: Glob): Paths {
  if (slashes === undefined) return tree.paths;
  const known = byDepth.get(tree);
  if (known) return known.get(slashes) ?? [];
  const sorted = new Map<number, [string, ContextPath][]>();
  for (const entry of tree.paths) {
    const depth = slashesIn(entry[0]);
    const same = sorted.get(depth);
    if (same) same.push(entry);
    else sorted.set(depth, [entry]);
  }
  byDepth.set(tree, sorted);
  return sorted.get(slashes) ?? [];
}

function ignored({ line }: IgnorePattern, path: string, goesOn: boolean): ContextMatch {
  return { kind: "ignored", goesOn, path, line };
}
