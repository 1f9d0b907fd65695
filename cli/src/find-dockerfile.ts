import type { Files } from "@mia/action-kit";
import { resolveWithin } from "@mia/build-context";

export interface FoundDockerfile {
  path: string;
  /** The file behind it. Null: a link that leads to none within its folder. Undefined: nothing is there. */
  reads: string | null | undefined;
}

/**
 * The Dockerfile that the builder would take: `dockerfile` where `Dockerfile` is no file. As with all it gets, a link out of
 * the folder leads nowhere. Tried with buildx 0.29.
 */
export async function findDockerfile(files: Files, wanted: string): Promise<FoundDockerfile> {
  const found = await lookUp(files, wanted);
  if (typeof found.reads === "string" || !/(?:^|\/)Dockerfile$/.test(wanted)) return found;
  const lower = await lookUp(files, wanted.replace(/D(?=ockerfile$)/, "d"));
  return typeof lower.reads === "string" ? lower : found;
}

async function lookUp(files: Files, path: string): Promise<FoundDockerfile> {
  const entry = await files.entry(path);
  // What is no file is refused by name when it is read.
  if (entry?.kind !== "link") return { path, reads: entry?.kind === "folder" ? undefined : entry && path };
  const slash = path.lastIndexOf("/");
  const top = slash < 0 ? "." : path.slice(0, slash) || "/";
  const place = await resolveWithin(top, path.slice(slash + 1), files);
  return { path, reads: place?.kind === "file" ? `${top === "/" ? "" : top}/${place.path}` : null };
}
