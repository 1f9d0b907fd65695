import type { ContextSize } from "@mia/step-result";
import type { ContextPath, ContextTree } from "./context-tree.ts";
import { LargestFiles } from "./largest-files.ts";
import type { IgnoreFile, IgnorePattern } from "./parse-ignore.ts";
import { decidingPattern, type PatternFolder, patternRoot, patternsBelow } from "./pattern-folder.ts";
import { type ListFolder, pathIn, walkContext } from "./walk-context.ts";

export interface ContextSource {
  list: ListFolder;
  ignore: IgnoreFile;
  /** Sent whatever the patterns say: the builder itself reads them. Default `Dockerfile` and `.dockerignore`. */
  alwaysSent?: readonly string[];
  /** Paths remembered in the tree; files beyond are counted all the same. Default 100 000. */
  maxPaths?: number;
}

const largestShown = 10;

/**
 * Walks the whole folder once: counts files and bytes of it and of what `.dockerignore` leaves for the builder, and
 * remembers the paths. Below an ignored folder that no `!` pattern can reach, files are never matched.
 */
export async function readContext(source: ContextSource): Promise<{ size: ContextSize; tree: ContextTree }> {
  const { list, ignore, alwaysSent = ["Dockerfile", ".dockerignore"], maxPaths = 100_000 } = source;
  const always = new Set(alwaysSent);
  const largest = new LargestFiles(largestShown);
  const size: ContextSize = {
    treeFiles: 0,
    treeBytes: 0,
    keptFiles: 0,
    keptBytes: 0,
    largest: largest.files,
  };
  const paths = new Map<string, ContextPath>();
  const facts = new FileFacts();
  let complete = true;
  const remember = (path: string, fact: ContextPath, folder: PatternFolder): void => {
    if (paths.size < maxPaths) paths.set(path, fact);
    else complete = false;
    if (fact.ignoredBy === undefined && folder.decidedBy !== undefined) sendParents(paths, path);
  };
  await walkContext<PatternFolder>(list, patternRoot(ignore.patterns), {
    entries: (folder, at, entries) => {
      for (const { name, kind, bytes } of entries) {
        const path = pathIn(at, name);
        const ignoredBy = decidingPattern(folder, path);
        if (kind !== "other" && kind !== "folder") {
          size.treeFiles += 1;
          size.treeBytes += bytes;
          if (always.has(path) || ignoredBy === undefined) {
            size.keptFiles += 1;
            size.keptBytes += bytes;
            largest.add(path, bytes);
          }
        }
        // Each folder has an object of its own, for what lies in it may yet bring it along.
        remember(path, kind === "folder" ? { kind, ignoredBy } : facts.of(kind, ignoredBy), folder);
      }
    },
    below: patternsBelow,
  });
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
