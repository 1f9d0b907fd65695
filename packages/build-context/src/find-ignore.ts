import { type PlaceSource, resolveWithin } from "./resolve-within.ts";

export interface FoundIgnore {
  /** The name under which it was found; null where no file keeps anything back. */
  path: string | null;
  /** The file to read, without links: `path`, or what that leads to. */
  reads: string | null;
  /** What is named like an ignore file and keeps nothing back. `stops`: the builder does not get past it. */
  passed: { path: string; why: string; stops: boolean }[];
}

/**
 * Finds the ignore file that BuildKit would take: the one beside the Dockerfile, else `.dockerignore` of the context. A folder
 * of that name, and a link that leads to no file within its folder, are to the builder as if they were not there; a file that
 * it may not read is one without lines. Tried with BuildKit 0.25.
 */
export async function findIgnore(
  { folder, dockerfile }: { folder: string; dockerfile: string | undefined },
  source: PlaceSource,
): Promise<FoundIgnore> {
  const passed: FoundIgnore["passed"] = [];
  const beside = dockerfile === undefined ? [] : [`${dockerfile}.dockerignore`];
  for (const path of [...beside, inFolder(folder, ".dockerignore")]) {
    const entry = await source.entry(path);
    if (entry === undefined) continue;
    const slash = path.lastIndexOf("/");
    const top = slash < 0 ? "" : path.slice(0, Math.max(slash, 1));
    const place = await resolveWithin(top, path.slice(slash + 1), source);
    if (place?.kind === "other") {
      const why = "it is neither file nor folder, and the builder would wait for it for ever";
      return { path: null, reads: null, passed: [...passed, { path, why, stops: true }] };
    }
    if (place?.kind === "file" && !place.locked) return { path, reads: inFolder(top, place.path), passed };
    if (place?.kind === "file") {
      const why = "it may not be read, which is to the builder as if it had no lines";
      return { path: null, reads: null, passed: [...passed, { path, why, stops: false }] };
    }
    const what =
      entry.kind === "link" ? "it is a link that leads to no file within its folder" : "it is a folder";
    passed.push({ path, why: `${what}, which the builder passes over`, stops: false });
  }
  return { path: null, reads: null, passed };
}

/** Paths have no `./` in front. */
function inFolder(folder: string, name: string): string {
  if (folder === "" || folder === ".") return name;
  return folder === "/" ? `/${name}` : `${folder}/${name}`;
}
