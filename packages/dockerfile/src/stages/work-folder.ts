/** The longest path of Linux; no folder lies behind a longer one. */
const maxPath = 4096;

/** Joins a folder and a path as WORKDIR and `cd` do; empty where the result is not known. */
export function enterFolder(folder: string, next: string): string {
  if (/[$`~]/.test(next) || next === "-") return "";
  const whole = next.startsWith("/") || folder === "" ? next : `${folder}/${next}`;
  if (whole.length > maxPath) return "";
  const parts: string[] = [];
  for (const part of whole.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return "";
  }
  return (whole.startsWith("/") ? "/" : "") + parts.join("/");
}
