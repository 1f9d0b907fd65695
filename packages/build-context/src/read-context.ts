import type { ContextSize } from "@mia/step-result";
import type { ContextPath, ContextTree } from "./context-tree.ts";
import type { IgnoreFile, IgnorePattern } from "./parse-ignore.ts";

/** What stands in a folder, as a directory listing gives it. Links are not followed; a build sends the link itself. */
export interface ContextEntry {
  name: string;
  kind: "file" | "folder" | "link" | "other";
  /** Of files; 0 for everything else. */
  bytes: number;
}

export interface ContextSource {
  /** Lists a folder named relative to the context; the context itself is `""`. */
  list(folder: string): Promise<ContextEntry[]>;
  ignore: IgnoreFile;
  /** Sent whatever the patterns say: the builder itself reads them. Default `Dockerfile` and `.dockerignore`. */
  alwaysSent?: readonly string[];
  /** Paths remembered in the tree; files beyond are counted all the same. Default 100 000. */
  maxPaths?: number;
}

const largestShown = 10;

/** A folder on the way: `hits[i]` tells that pattern i matches it or a folder above, `open` that files in it may be sent. */
interface Folder {
  path: string;
  hits: Uint8Array;
  open: boolean;
  /** The pattern that keeps the folder itself back. */
  ignoredBy: IgnorePattern | undefined;
}

/**
 * Walks the whole folder once: counts files and bytes of it and of what `.dockerignore` leaves for the builder, and
 * remembers the paths. Below an ignored folder that no `!` pattern can reach, files are never matched.
 */
export async function readContext(source: ContextSource): Promise<{ size: ContextSize; tree: ContextTree }> {
  const { list, ignore, alwaysSent = ["Dockerfile", ".dockerignore"], maxPaths = 100_000 } = source;
  const always = new Set(alwaysSent);
  const size: ContextSize = { treeFiles: 0, treeBytes: 0, keptFiles: 0, keptBytes: 0, largest: [] };
  const paths = new Map<string, ContextPath>();
  const facts = new FileFacts();
  let complete = true;
  const hits = new Uint8Array(ignore.patterns.length);
  const waiting: Folder[] = [{ path: "", hits, open: true, ignoredBy: undefined }];
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    const candidates = folder.open ? candidatesIn(folder, ignore.patterns) : [];
    for (const { name, kind, bytes } of await list(folder.path)) {
      const path = folder.path === "" ? name : `${folder.path}/${name}`;
      let ignoredBy = folder.ignoredBy;
      if (kind === "folder") {
        const inner = below(folder, path, ignore.patterns);
        ignoredBy = inner.ignoredBy;
        waiting.push(inner);
      } else {
        if (folder.open) ignoredBy = decidingPattern(candidates, path);
        if (kind !== "other") {
          size.treeFiles += 1;
          size.treeBytes += bytes;
          if (always.has(path) || ignoredBy === undefined) keep(size, path, bytes);
        }
      }
      if (paths.size < maxPaths)
        paths.set(path, kind === "folder" ? { kind, ignoredBy } : facts.of(kind, ignoredBy));
      else complete = false;
      if (ignoredBy === undefined && folder.ignoredBy !== undefined) sendParents(paths, path);
    }
  }
  return { size, tree: { paths, complete } };
}

/** One object for all files of which the same is true: most of a large tree, and of the time it takes to make. */
class FileFacts {
  private readonly known = new Map<IgnorePattern | undefined, ContextPath[]>();

  of(kind: ContextPath["kind"], ignoredBy: IgnorePattern | undefined): ContextPath {
    const all = this.known.get(ignoredBy) ?? [];
    const found = all.find((one) => one.kind === kind);
    if (found) return found;
    const made = { kind, ignoredBy };
    this.known.set(ignoredBy, [...all, made]);
    return made;
  }
}

/** A file that is sent brings the folders above it along, ignored or not. */
function sendParents(paths: Map<string, ContextPath>, path: string): void {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    const parent = paths.get(path.slice(0, end));
    if (parent?.ignoredBy === undefined) return;
    parent.ignoredBy = undefined;
  }
}

function keep(size: ContextSize, path: string, bytes: number): void {
  size.keptFiles += 1;
  size.keptBytes += bytes;
  const last = size.largest.at(-1);
  if (size.largest.length === largestShown && last && last.bytes >= bytes) return;
  size.largest.push({ path: path.slice(0, 4096), bytes });
  size.largest.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  if (size.largest.length > largestShown) size.largest.pop();
}

/** A pattern that has a say on the files of one folder; `hit`: it matches the folder, or one above, and so all of them. */
interface Candidate {
  pattern: IgnorePattern;
  hit: boolean;
}

function candidatesIn({ path, hits }: Folder, patterns: readonly IgnorePattern[]): Candidate[] {
  const depth = path === "" ? 0 : path.split("/").length;
  const candidates: Candidate[] = [];
  for (const [index, pattern] of patterns.entries()) {
    const hit = hits[index] === 1;
    if (hit || (isOfDepth(pattern, depth) && (path === "" || mayMatchBelow(pattern, path))))
      candidates.push({ pattern, hit });
  }
  return candidates;
}

/** False where a pattern has more slashes, or fewer, than the files of a folder so deep. */
function isOfDepth({ text }: IgnorePattern, depth: number): boolean {
  if (/\*\*|[[\\]/.test(text)) return true;
  let slashes = 0;
  for (let at = text.indexOf("/"); at >= 0; at = text.indexOf("/", at + 1)) slashes += 1;
  return slashes === depth;
}

/** The pattern that keeps a file back: the last one that matches it or a folder above, if that is no `!` pattern. */
function decidingPattern(candidates: readonly Candidate[], path: string): IgnorePattern | undefined {
  let decides: IgnorePattern | undefined;
  for (const { pattern, hit } of candidates) {
    const turns = pattern.readmits === (decides !== undefined);
    if (turns && (hit || pattern.matches(path))) decides = pattern.readmits ? undefined : pattern;
  }
  return decides;
}

function below(parent: Folder, path: string, patterns: IgnorePattern[]): Folder {
  if (!parent.open) return { ...parent, path };
  const hits = parent.hits.slice();
  let ignoredBy: IgnorePattern | undefined;
  for (let index = 0; index < patterns.length; index++) {
    const pattern = patterns[index] as IgnorePattern;
    // The builder does not ask where the answer would change nothing, and what lies below goes by what was asked.
    if (pattern.readmits !== (ignoredBy !== undefined)) continue;
    if (!hits[index] && pattern.matches(path)) hits[index] = 1;
    if (hits[index]) ignoredBy = pattern.readmits ? undefined : pattern;
  }
  const open =
    ignoredBy === undefined || patterns.some((pattern) => pattern.readmits && mayMatchBelow(pattern, path));
  return { path, hits, open, ignoredBy };
}

/** False only where the literal beginning of the pattern leads elsewhere. */
function mayMatchBelow(pattern: IgnorePattern, folder: string): boolean {
  const { head } = pattern.glob;
  const inside = `${folder}/`;
  return head.startsWith(inside) || inside.startsWith(head);
}
