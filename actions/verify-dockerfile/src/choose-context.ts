import type { Host } from "@mia/action-kit";
import { contextPathUses, type Image } from "@mia/dockerfile";

/** Folders above a Dockerfile that may be its build context. */
const maxFolders = 16;

/**
 * The build context of a Dockerfile that no model.yaml stands beside: the nearest folder, from its own upwards, that
 * holds every file the Dockerfile names; its own where it names none. Undefined where no folder holds them all.
 */
export async function chooseContext(host: Host, path: string, image: Image): Promise<string | undefined> {
  const own = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
  if (own.startsWith("..")) return undefined;
  const named = new Set<string>();
  for (const use of contextPathUses(image.stages, image.dockerfile.escapeMark)) {
    const clean = use.path.replace(/^\/+/, "");
    if (!/[*?[\\]/.test(clean) && !/^(?:\.\/?)*$/.test(clean)) named.add(clean);
  }
  // `COPY . .` says nothing of which folder is meant: then it is the Dockerfile's own, as for most builds.
  if (named.size === 0) return own;
  for (const folder of upwards(own)) {
    if (await holdsAll(host, folder, named)) return folder;
  }
  return undefined;
}

function upwards(folder: string): string[] {
  const parts = folder === "." ? [] : folder.split("/");
  const folders = parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
  return [...folders, "."].slice(0, maxFolders);
}

async function holdsAll(host: Host, folder: string, names: Iterable<string>): Promise<boolean> {
  for (const name of names) {
    if (name.includes("..") || (await host.files.entry(`${folder}/${name}`)) === undefined) return false;
  }
  return true;
}
