import { git, type Host } from "@mia/action-kit";
import type { SkippedFile } from "@mia/step-result";

/** Dockerfiles below a folder, and what was passed over on the way. */
export interface Discovery {
  /** Relative to the workspace, sorted. */
  files: string[];
  /** Folders that hold a model.yaml; only these need to be asked whether they are image folders. */
  modelFolders: Set<string>;
  skipped: SkippedFile[];
}

/** Files and folders that a walk without git's help looks at; beyond, it says that it stopped. */
const maxEntries = 200_000;

/** Folders of other people's files, which no repository means to have checked. */
const foreign = new Set([".git", ".hg", ".svn", ".venv", "__pycache__", "node_modules", "venv"]);

/** Endings of what goes with a Dockerfile: notes, copies, programs. */
const other = /\.(?:dockerignore|md|rst|txt|ya?ml|json|py|sh|orig|bak|swp)$/i;

/** Endings of what becomes a Dockerfile, and is none before. */
const template = /\.(?:jinja2?|j2|tmpl|tpl|template|mustache|erb|in)$/i;

/** `Dockerfile`, `Dockerfile.gpu`, `Dockerfile_gpu`, `gpu.dockerfile`, `gpu_Dockerfile`, `Containerfile`; not `Dockerfile.dockerignore`. */
export function isDockerfileName(name: string): boolean {
  return !other.test(name) && !template.test(name) && isNamedAfterDockerfile(name);
}

function isNamedAfterDockerfile(name: string): boolean {
  return (
    /^(?:Dockerfile|Containerfile)(?:[._-][^\s\p{C}]+)?$/iu.test(name) ||
    /^[^\s\p{C}]+[._-](?:Dockerfile|Containerfile)$/iu.test(name)
  );
}

function isTemplateName(name: string): boolean {
  return template.test(name) && isNamedAfterDockerfile(name);
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
  return { ...found, files };
}

async function askGit(host: Host, folder: string): Promise<Discovery | undefined> {
  const list = (...options: string[]) =>
    git(host, ["ls-files", "-z", "--exclude-standard", ...options, "--", folder]);
  const [kept, ignored] = await Promise.all([
    list("--cached", "--others"),
    list("--others", "--ignored", "--directory"),
  ]);
  if (kept.code !== 0 || ignored.code !== 0) return undefined;
  const keptFiles = split(kept.stdout);
  const ignoredFiles = split(ignored.stdout);
  const files = keptFiles.filter(isDockerfile);
  const modelFolders = new Set([...keptFiles, ...ignoredFiles].filter(isModelFile).map(folderOf));
  const skipped = [
    ...ignoredFiles
      .filter((path) => path.endsWith("/") || isDockerfile(path))
      .map((path) => ({ path, why: "git ignores it" })),
    ...keptFiles.filter((path) => isTemplateName(nameOf(path))).map(asTemplate),
  ];
  return { files: [...new Set(files)], modelFolders, skipped };
}

function split(list: string): string[] {
  return list.split("\0").filter((path) => path !== "");
}

function isDockerfile(path: string): boolean {
  return isDockerfileName(nameOf(path));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function asTemplate(path: string): SkippedFile {
  return { path, why: "its name says that it is a template" };
}

function isModelFile(path: string): boolean {
  return path === "model.yaml" || path.endsWith("/model.yaml");
}

/** The folder a file lies in; `.` for the workspace. */
export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
}

async function walk(host: Host, folder: string): Promise<Discovery> {
  const found: Discovery = { files: [], modelFolders: new Set(), skipped: [] };
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
        else if (isTemplateName(name)) found.skipped.push(asTemplate(path));
        else if (name === "model.yaml") found.modelFolders.add(next);
      } else if (!foreign.has(name)) waiting.push(path);
      else found.skipped.push({ path: `${path}/`, why: "it holds other people's files" });
    }
  }
  return found;
}
