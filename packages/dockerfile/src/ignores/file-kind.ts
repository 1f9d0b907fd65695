/** How a file that findings point at is written. */
export type FileKind = "dockerfile" | "dockerignore" | "requirements" | "model" | "script" | "other";

const isDockerfileName = /^(?:dockerfile|containerfile)(?:\..+)?$|\.(?:dockerfile|containerfile)$/i;

/** The kind a file's name speaks for; whoever knows better should say so. */
export function fileKindOf(path: string): FileKind {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/\.dockerignore$/i.test(name)) return "dockerignore";
  if (isDockerfileName.test(name)) return "dockerfile";
  if (name === "model.yaml") return "model";
  if (/requirements.*\.(?:txt|in)$|constraints.*\.txt$/i.test(name)) return "requirements";
  return /\.(?:sh|bash|py)$/i.test(name) ? "script" : "other";
}
