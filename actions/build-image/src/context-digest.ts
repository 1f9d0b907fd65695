import { createHash } from "node:crypto";
import type { Host } from "@mia/action-kit";
import { type ContextSelection, type IgnoreFile, measureContext } from "@mia/build-context";

interface Sent {
  path: string;
  kind: string;
}

/**
 * SHA-256 over everything that the builder gets of a folder: path, permissions and content of files, targets of links. In the
 * order of the walk, which is by name; what one folder holds is kept in memory, and no more. Throws `unreadable-input` for a file
 * that cannot be read.
 */
export async function contextDigest(
  host: Host,
  folder: string,
  { ignore, selection }: { ignore: IgnoreFile; selection: ContextSelection | undefined },
): Promise<string> {
  const hash = createHash("sha256");
  const pending: Sent[] = [];
  const inFolder = (path: string): string => (path === "" ? folder : `${folder}/${path}`);
  const takePending = async (): Promise<void> => {
    for (const { path, kind } of pending.splice(0)) {
      hash.update(`${JSON.stringify([path, kind, await contentOf(host, inFolder(path), kind)])}\n`);
    }
  };
  await measureContext({
    list: async (path, options) => {
      await takePending();
      return host.files.list(inFolder(path), options);
    },
    readLink: (path) => host.files.readLink(inFolder(path)),
    ignore,
    selection,
    onPath: (path, kind, _, state) => {
      if (state === "selected" || (state === "kept" && selection === undefined)) pending.push({ path, kind });
    },
  });
  await takePending();
  return hash.digest("hex");
}

async function contentOf(host: Host, path: string, kind: string): Promise<unknown> {
  if (kind === "link") return (await host.files.readLink(path)) ?? null;
  return kind === "file" ? host.files.hash(path) : null;
}
