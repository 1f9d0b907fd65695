/** A path of an image as its container will see it: absolute, without `.`, `..` and doubled slashes. */
function normalised(path: string): string[] {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts;
}

/** True where `path` is `folder` or lies in it. Both are paths inside a container; links are not known here. */
export function liesWithin(path: string, folder: string): boolean {
  const parts = normalised(path);
  return normalised(folder).every((part, index) => parts[index] === part);
}
