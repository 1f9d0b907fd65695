import type { ContextEntry } from "./walk-context.ts";

/** The disk, one path at a time. Links are told as such. */
export interface PlaceSource {
  entry(path: string): Promise<Pick<ContextEntry, "kind" | "locked"> | undefined>;
  readLink(path: string): Promise<string | undefined>;
}

export interface Place {
  /** Without links, relative to the folder; `""` for the folder itself. */
  path: string;
  kind: ContextEntry["kind"];
  locked?: boolean | undefined;
}

/** As many as the builder follows; of a path of Linux. */
const mostLinks = 255;
const maxPath = 4096;

/**
 * Where a path in a folder leads in the end; undefined where nothing is. As to BuildKit, the folder is the root of everything: a
 * link to `/x` or `../x` leads to `x` in the folder, whatever lies outside (tried with BuildKit 0.25).
 */
export async function resolveWithin(
  folder: string,
  name: string,
  source: PlaceSource,
): Promise<Place | undefined> {
  const top = folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
  const waiting = name.split("/").reverse();
  let at: string[] = [];
  let place: Place = { path: "", kind: "folder" };
  let links = 0;
  for (let segment = waiting.pop(); segment !== undefined; segment = waiting.pop()) {
    if (segment === "" || segment === ".") continue;
    if (place.kind !== "folder") return undefined;
    if (segment === "..") {
      at.pop();
      continue;
    }
    at.push(segment);
    const path = at.join("/");
    const entry = await source.entry(top + path);
    if (entry === undefined) return undefined;
    if (entry.kind !== "link") {
      place = { path, ...entry };
      continue;
    }
    const target = await source.readLink(top + path);
    links += 1;
    if (target === undefined || links > mostLinks || target.length > maxPath) return undefined;
    at = target.startsWith("/") ? [] : at.slice(0, -1);
    waiting.push(...target.split("/").reverse());
    place = { path: at.join("/"), kind: "folder" };
  }
  return place.kind === "folder" ? { ...place, path: at.join("/") } : place;
}
