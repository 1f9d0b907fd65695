// @ts-check
// What the stand-ins read of an image folder: the lines of its Dockerfile and model.yaml that name folders. A parser of
// either language would be a dependency for three lines.

/**
 * `ADD https://host/owner/repo.git#<commit> /Name`: the folder's name, and what would have been there.
 * @param {string} dockerfile
 * @returns {{ name: string, source: string }[]}
 */
export function addedTrees(dockerfile) {
  const added = dockerfile.matchAll(/^ADD\s+(?:--\S+\s+)*(https:\/\/\S+)\s+\/([A-Za-z0-9._-]+)\s*$/gm);
  const trees = Array.from(added, ([, source = "", name = ""]) => ({ name, source }));
  if (trees.length === 0) throw new Error("the Dockerfile has no line of the form `ADD https://... /Name`");
  return trees;
}

/**
 * Folders inside the trees that the final image copies on their own: a COPY of a folder that is not there fails.
 * @param {string} dockerfile
 */
export function copiedFolders(dockerfile) {
  const copied = dockerfile.matchAll(
    /^COPY\s+--from=source\s+(?:--\S+\s+)*\/src\/([A-Za-z0-9._-]+\/[A-Za-z0-9._/-]+)\s/gm,
  );
  return Array.from(copied, ([, path = ""]) => path);
}

/**
 * model.yaml's `config`, relative to the trees.
 * @param {string} yaml
 */
export function configPath(yaml) {
  const path = /^config:\s*["']?\/app\/([A-Za-z0-9._/-]+)/m.exec(yaml)?.[1];
  if (path === undefined || path.includes("..")) throw new Error('model.yaml has no line "config: /app/..."');
  return path;
}

/**
 * The part of model.yaml under `outputs`, as text; undefined where it names no family.
 * @param {string} yaml
 */
export function outputsPart(yaml) {
  const lines = yaml.split("\n");
  const first = lines.findIndex((line) => line.startsWith("outputs:"));
  if (first < 0) return undefined;
  const next = lines.findIndex((line, index) => index > first && /^[a-z]/i.test(line));
  const part = `${lines.slice(first, next < 0 ? lines.length : next).join("\n")}\n`;
  return /\bfamily:\s*["']?[a-z]/.test(part) ? part : undefined;
}
