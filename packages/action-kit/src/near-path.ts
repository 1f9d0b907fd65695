import { closest } from "@mia/catalog";
import type { Files } from "./host.ts";

/** Names of a folder that are looked through; a folder with more is nobody's place for a Dockerfile. */
const maxNames = 5000;
const maxLength = 200;

/**
 * The path that a mistyped one may have meant: folder by folder the name that is there, or else the nearest one. Undefined
 * where a part is near to nothing, or the path leads out of the workspace.
 */
export async function nearPath(files: Files, mistyped: string): Promise<string | undefined> {
  const path = files.relative(mistyped);
  if (path.length > maxLength || path.startsWith("..")) return undefined;
  let near = ".";
  for (const part of path.split("/")) {
    const exact = near === "." ? part : `${near}/${part}`;
    if (await files.exists(exact)) near = exact;
    else {
      const found = (await files.kind(near)) === "folder" ? await nearName(files, near, part) : undefined;
      if (found === undefined) return undefined;
      near = near === "." ? found : `${near}/${found}`;
    }
  }
  return near;
}

async function nearName(files: Files, folder: string, part: string): Promise<string | undefined> {
  const names = (await files.list(folder, { sizes: false })).slice(0, maxNames).map(({ name }) => name);
  return closest(
    part,
    names.filter((name) => Math.abs(name.length - part.length) <= Math.max(2, part.length / 3)),
  );
}
