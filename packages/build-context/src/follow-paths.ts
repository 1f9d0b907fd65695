import { cleanPath } from "./clean-path.ts";
import { goMatch } from "./go-match.ts";
import { type ContextEntry, pathIn } from "./walk-context.ts";

/** The disk, as far as finding symbolic links needs it. Paths are relative to the context. */
export interface LinkSource {
  list(folder: string): Promise<readonly ContextEntry[]> | readonly ContextEntry[];
  /** What a symbolic link holds; undefined for everything else, and where nothing is. */
  readLink(path: string): Promise<string | undefined> | string | undefined;
}

/** Characters of all paths that are followed: what a hundred thousand links have. */
const maxCharacters = 10_000_000;

/** Of a path of Linux; the builder stops at a longer one. */
const maxPath = 4096;

/**
 * The patterns that the builder makes of the paths it follows: each path itself, each symbolic link on its way, and what the
 * links lead to, within the context. `everything`: one of them is the context itself. Undefined where it takes too long.
 *
 * As in the builder, a link is followed once: of `COPY link/a link/b` only the first reaches what is behind the link, and a link
 * that a wildcard meets makes the wildcard itself one of the patterns. Source of the rules: fsutil as in BuildKit 0.25.
 */
export async function followPaths(
  paths: readonly string[],
  source: LinkSource,
): Promise<string[] | "everything" | undefined> {
  const resolved = new Set<string>();
  // A stack in place of recursion: links may lead from one to the next ten thousand times.
  const waiting = paths.map(relative).reverse();
  let left = maxCharacters;
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    left -= path.length;
    if (path.length > maxPath || left < 0) return undefined;
    const segments = path.split("/");
    let current = "";
    for (const [index, segment] of segments.entries()) {
      current = pathIn(current, segment);
      const isLast = index === segments.length - 1;
      const targets = await targetsOf(current, source);
      if ((isLast || targets !== undefined) && resolved.has(current)) break;
      if (targets === undefined && !isLast) continue;
      resolved.add(current);
      const rest = segments.slice(index + 1).join("/");
      for (const target of targets?.reverse() ?? []) waiting.push(relative(`${target}/${rest}`));
      break;
    }
  }
  return resolved.has(".") ? "everything" : withoutCovered([...resolved].sort());
}

/** Within the context, without a slash in front; `.` for the context itself. */
function relative(path: string): string {
  return cleanPath(`/${path}`).slice(1) || ".";
}

/** Where a link leads, or all links whose names match the wildcards of the last part; undefined where there are none. */
async function targetsOf(path: string, source: LinkSource): Promise<string[] | undefined> {
  if (path === ".") return undefined;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const name = path.slice(folder === "" ? 0 : folder.length + 1);
  if (!hasWildcards(name)) {
    const target = await targetOf(path, folder, source);
    return target === undefined ? undefined : [target];
  }
  const targets: string[] = [];
  const pattern = [...name];
  for (const entry of await source.list(folder)) {
    if (entry.kind !== "link" || goMatch(pattern, [...entry.name]) !== true) continue;
    const target = await targetOf(pathIn(folder, entry.name), folder, source);
    if (target !== undefined) targets.push(target);
  }
  return targets.length > 0 ? targets : undefined;
}

async function targetOf(path: string, folder: string, source: LinkSource): Promise<string | undefined> {
  const target = await source.readLink(path);
  if (target === undefined) return undefined;
  return target.startsWith("/") ? target : `${folder}/${target}`;
}

function hasWildcards(name: string): boolean {
  return /^(?:[^\\*?[]|\\.)*[*?[]/s.test(name);
}

/** Without what lies below another one; the paths are sorted. */
function withoutCovered(paths: readonly string[]): string[] {
  const kept: string[] = [];
  for (const path of paths) {
    const last = kept.at(-1);
    if (last === undefined || !path.startsWith(`${last}/`)) kept.push(path);
  }
  return kept;
}
