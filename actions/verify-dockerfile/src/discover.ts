import { git, type Host } from "@mia/action-kit";
import type { SkippedFile } from "@mia/step-result";

/** Dockerfiles below a folder, and what was passed over on the way. */
export interface Discovery {
  /** Relative to the workspace, sorted. */
  files: string[];
  skipped: SkippedFile[];
}

/** Files and folders that a walk without git's help looks at; beyond, it says that it stopped. */
const maxEntries = 200_000;

/** Folders of other people's files, which no repository means to have checked. */
const foreign = new Set([".git", ".hg", ".svn", ".venv", "__pycache__", "node_modules", "venv"]);

/** Endings of what goes with a Dockerfile, or becomes one: notes, copies, templates. */
const other =
  /\.(?:dockerignore|md|rst|txt|ya?ml|json|py|sh|orig|bak|swp|jinja2?|j2|tmpl|tpl|template|mustache|erb|in)$/i;

/** `Dockerfile`, `Dockerfile.gpu`, `Dockerfile_gpu`, `gpu.dockerfile`, `gpu_Dockerfile`, `Containerfile`; not `Dockerfile.dockerignore`. */
export function isDockerfileName(name: string): boolean {
  if (other.test(name)) return false;
  return (
    /^(?:Dockerfile|Containerfile)(?:[._-][\w.-]+)?$/i.test(name) ||
    /^[\w.-]+[._-](?:Dockerfile|Containerfile)$/i.test(name)
  );
}

/**
 * The Dockerfiles below a folder. Where git knows the folder, those it does not ignore; elsewhere every one, without
 * the folders of package managers. Links are not followed.
 */
export async function discover(host: Host, folder: string): Promise<Discovery> {
  const found = (await askGit(host, folder)) ?? (await walk(host, folder));
  const files: string[] = [];
  for (const file of found.files.sort()) {
    const kind = (await host.files.entry(file))?.kind;
    if (kind === "file") files.push(file);
    else if (kind === "link") found.skipped.push({ path: file, why: "it is a symbolic link" });
    else if (kind !== undefined) found.skipped.push({ path: file, why: "it is not a regular file" });
  }
  return { files, skipped: found.skipped };
}

async function askGit(host: Host, folder: string): Promise<Discovery | undefined> {
  const list = (...options: string[]) =>
    git(host, ["ls-files", "-z", "--exclude-standard", ...options, "--", folder]);
  const [kept, ignored] = await Promise.all([
    list("--cached", "--others"),
    list("--others", "--ignored", "--directory"),
  ]);
  if (kept.code !== 0 || ignored.code !== 0) return undefined;
  const files = split(kept.stdout).filter(isDockerfile);
  const skipped = split(ignored.stdout)
    .filter((path) => path.endsWith("/") || isDockerfile(path))
    .map((path) => ({ path, why: "git ignores it" }));
  return { files: [...new Set(files)], skipped };
}

function split(list: string): string[] {
  return list.split("\0").filter((path) => path !== "");
}

function isDockerfile(path: string): boolean {
  return isDockerfileName(path.slice(path.lastIndexOf("/") + 1));
}

async function walk(host: Host, folder: string): Promise<Discovery> {
  const found: Discovery = { files: [], skipped: [] };
  const waiting = [folder];
  let left = maxEntries;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { name, kind } of await host.files.list(next, { sizes: false })) {
      const path = next === "." ? name : `${next}/${name}`;
      left -= 1;
      if (left < 0) {
        const why = `the search ended after ${maxEntries} files and folders`;
        return { ...found, skipped: [...found.skipped, { path, why }] };
      }
      if (kind !== "folder") {
        if (isDockerfileName(name)) found.files.push(path);
      } else if (!foreign.has(name)) waiting.push(path);
      else found.skipped.push({ path: `${path}/`, why: "it holds other people's files" });
    }
  }
  return found;
}
