import type { ModelFolder } from "@mia/action-kit";

/** A model the change touches, and why, in the words a reviewer reads. */
export interface AffectedModel extends ModelFolder {
  reason: string;
}

export interface Affected {
  models: AffectedModel[];
  /** What was changed and leads to no model. */
  notes: string[];
}

export interface ChangeScope {
  /** Every model there is, with its folder relative to the workspace. */
  catalog: readonly ModelFolder[];
  /** The folder of the image folders, relative to the workspace, forward slashes. */
  imagesDir: string;
  /** Names of folders there that hold no model: parts that images share, such as the run time. */
  otherFolders: readonly string[];
  /** Further folders whose change touches every model. */
  sharedPaths: readonly string[];
  /** Paths relative to the workspace; of a renamed file both. */
  changed: readonly string[];
}

const maxNotes = 100;

/**
 * Which models a change touches. A file of a shared part touches all of them; a file of a model's folder touches that
 * model; a folder that is gone has nothing left to build and is only named.
 */
export function affectedModels(scope: ChangeScope): Affected {
  const shared = scope.changed.find((file) => isShared(file, scope));
  if (shared !== undefined) {
    const reason = `${show(shared)} changed, which every model shares`;
    return { models: scope.catalog.map((model) => ({ ...model, reason })), notes: goneNotes(scope) };
  }
  const models = scope.catalog.flatMap((model) => {
    const own = scope.changed.filter((file) => file.startsWith(`${model.folder}/`));
    return own.length === 0 ? [] : [{ ...model, reason: reasonOf(own) }];
  });
  return { models, notes: goneNotes(scope) };
}

function reasonOf([first = "", ...others]: string[]): string {
  const more = others.length === 0 ? "" : ` and ${others.length} more file${others.length === 1 ? "" : "s"}`;
  return `${show(first)}${more} changed`;
}

function isShared(file: string, { imagesDir, otherFolders, sharedPaths }: ChangeScope): boolean {
  const inImages = below(file, imagesDir);
  // A file beside the image folders belongs to none of them, hence to all.
  if (inImages !== undefined && !inImages.includes("/")) return true;
  return (
    otherFolders.some((name) => inImages?.startsWith(`${name}/`)) ||
    sharedPaths.some((path) => file === path || file.startsWith(`${path}/`))
  );
}

function goneNotes({ changed, imagesDir, catalog, otherFolders }: ChangeScope): string[] {
  const present = new Set([...catalog.map(({ folder }) => below(folder, imagesDir)), ...otherFolders]);
  const gone = new Set<string>();
  for (const file of changed) {
    const [name, ...rest] = below(file, imagesDir)?.split("/") ?? [];
    if (name !== undefined && rest.length > 0 && !present.has(name)) gone.add(name);
  }
  return [...gone]
    .slice(0, maxNotes)
    .map(
      (name) =>
        `${show(`${imagesDir === "." ? "" : `${imagesDir}/`}${name}`)} is gone: there is nothing left to build`,
    );
}

/** The path below a folder, or undefined where it is not below it. */
function below(file: string, folder: string): string | undefined {
  if (folder === ".") return file;
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}

function show(path: string): string {
  return path.length <= 200 ? path : `${path.slice(0, 200)}...`;
}
