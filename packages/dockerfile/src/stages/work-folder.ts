/** The longest path of Linux; no folder lies behind a longer one. */
const maxPath = 4096;

/** Joins a folder and a path as WORKDIR and `cd` do; empty where the result is not known. */
export function enterFolder(folder: string, next: string): string {
  if (/[$`~]/.test(next) || next === "-") return "";
  const whole = next.startsWith("/") || folder === "" ? next : `${folder}/${next}`;
  if (whole.length > maxPath) return "";
  // `folder` is a result of this function: only what is new has to be looked at.
  let path = next.startsWith("/") ? "/" : folder;
  for (const part of next.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") path += path === "" || path.endsWith("/") ? part : `/${part}`;
    else if (path === "" || path === "/") return "";
    else path = path.slice(0, Math.max(path.lastIndexOf("/"), path.startsWith("/") ? 1 : 0));
  }
  return path;
}
