import type { ContextSize } from "@mia/step-result";
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
}

const largestShown = 10;

/** A folder on the way: `hits[i]` tells that pattern i matches it or a folder above, `open` that files in it may be sent. */
interface Folder {
  path: string;
  hits: Uint8Array;
  open: boolean;
}

/**
 * Counts files and bytes of the whole folder and of what `.dockerignore` leaves for the builder. Below an ignored
 * folder that no `!` pattern can reach, files are only counted, never matched.
 */
export async function measureContext({ list, ignore, alwaysSent }: ContextSource): Promise<ContextSize> {
  const always = new Set(alwaysSent ?? ["Dockerfile", ".dockerignore"]);
  const size: ContextSize = { treeFiles: 0, treeBytes: 0, keptFiles: 0, keptBytes: 0, largest: [] };
  const waiting: Folder[] = [{ path: "", hits: new Uint8Array(ignore.patterns.length), open: true }];
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    for (const entry of await list(folder.path)) {
      const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
      if (entry.kind === "folder") {
        waiting.push(below(folder, path, ignore.patterns));
      } else if (entry.kind !== "other") {
        size.treeFiles += 1;
        size.treeBytes += entry.bytes;
        const sent = always.has(path) || (folder.open && !verdict(ignore.patterns, folder.hits, path));
        if (sent) keep(size, path, entry.bytes);
      }
    }
  }
  return size;
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

function verdict(patterns: IgnorePattern[], parentHits: Uint8Array, path: string): boolean {
  let ignored = false;
  for (let index = 0; index < patterns.length; index++) {
    const pattern = patterns[index] as IgnorePattern;
    if (pattern.readmits === ignored && (parentHits[index] || pattern.matches(path)))
      ignored = !pattern.readmits;
  }
  return ignored;
}

function below(parent: Folder, path: string, patterns: IgnorePattern[]): Folder {
  if (!parent.open) return { path, hits: parent.hits, open: false };
  const hits = parent.hits.slice();
  let ignored = false;
  for (let index = 0; index < patterns.length; index++) {
    const pattern = patterns[index] as IgnorePattern;
    if (!hits[index] && pattern.matches(path)) hits[index] = 1;
    if (hits[index]) ignored = !pattern.readmits;
  }
  const open = !ignored || patterns.some((pattern) => pattern.readmits && mayMatchBelow(pattern, path));
  return { path, hits, open };
}

/** False only where the literal beginning of the pattern leads elsewhere. */
function mayMatchBelow(pattern: IgnorePattern, folder: string): boolean {
  const { head } = pattern.glob;
  const inside = `${folder}/`;
  return head.startsWith(inside) || inside.startsWith(head);
}
