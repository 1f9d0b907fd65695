/** What stands in a folder, as a directory listing gives it. Links are not followed; a build sends the link itself. */
export interface ContextEntry {
  name: string;
  kind: "file" | "folder" | "link" | "other";
  /** Of files; 0 for everything else. */
  bytes: number;
  /** Of a file with several names: the builder sends what is in it once. */
  inode?: number | undefined;
  /** A file that may not be read: the builder's client sends it empty, and says nothing (tried with buildx 0.29). */
  locked?: boolean | undefined;
}

/** Lists a folder named relative to the context; the context itself is `""`. */
export type ListFolder = (folder: string) => Promise<readonly ContextEntry[]> | readonly ContextEntry[];

export interface ContextVisitor<Folder> {
  /** Everything in a folder, before any of its folders is entered. */
  entries(folder: Folder, path: string, entries: readonly ContextEntry[]): void;
  below(folder: Folder, path: string): Folder;
  /** Behind the last of what lies below. */
  leave?(folder: Folder, path: string): void;
  /** A folder that cannot be listed; without this, the error goes to the caller. The top folder's always does. */
  unreadable?(folder: Folder, path: string): void;
}

/** A folder that is being walked: only the names of its folders are kept, so that memory goes by the depth of the tree. */
interface Frame<Folder> {
  folder: Folder;
  path: string;
  folders: readonly string[];
  next: number;
}

/** Walks all below the top folder, depth first, in the order in which folders are listed. */
export async function walkContext<Folder>(
  list: ListFolder,
  top: Folder,
  visitor: ContextVisitor<Folder>,
): Promise<void> {
  const enter = async (folder: Folder, path: string): Promise<Frame<Folder>> => {
    let entries: readonly ContextEntry[] = [];
    try {
      const listing = list(path);
      entries = "then" in listing ? await listing : listing;
    } catch (error) {
      if (path === "" || visitor.unreadable === undefined) throw error;
      visitor.unreadable(folder, path);
    }
    visitor.entries(folder, path, entries);
    const folders: string[] = [];
    for (const { name, kind } of entries) if (kind === "folder") folders.push(name);
    return { folder, path, folders, next: 0 };
  };
  const frames = [await enter(top, "")];
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const name = frame.folders[frame.next++];
    if (name === undefined) {
      visitor.leave?.(frame.folder, frame.path);
      frames.pop();
    } else {
      const path = pathIn(frame.path, name);
      frames.push(await enter(visitor.below(frame.folder, path), path));
    }
  }
}

export function pathIn(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
