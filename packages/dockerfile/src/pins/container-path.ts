/** The longest path of Linux. */
const maxPath = 4096;

/**
 * A path in a container: absolute, or relative to a working folder that nobody knows (empty: that folder itself).
 * `..` above the root stays at the root. Undefined where `..` leaves what is known, and for what is too long.
 */
export function joinPath(folder: string, next: string): string | undefined {
  const whole = next.startsWith("/") || folder === "" ? next : `${folder}/${next}`;
  if (whole.length > maxPath) return undefined;
  const absolute = whole.startsWith("/");
  const parts: string[] = [];
  for (const part of whole.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined && !absolute) return undefined;
  }
  return (absolute ? "/" : "") + parts.join("/");
}

/** A path of the build context, relative to it: the builder lets none out of it. */
export function contextPath(source: string): string | undefined {
  return joinPath("/", `/${source}`)?.slice(1);
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash > 0 ? path.slice(0, slash) : slash === 0 ? "/" : "";
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What is left of `path` inside `folder`; undefined where it is not in there. */
export function inside(folder: string, path: string): string | undefined {
  if (folder === "") return path.startsWith("/") || path === "" ? undefined : path;
  const start = folder === "/" ? "/" : `${folder}/`;
  return path.startsWith(start) && path.length > start.length ? path.slice(start.length) : undefined;
}
