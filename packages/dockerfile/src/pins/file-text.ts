import type { Image, SourceFile } from "../image.ts";
import type { ShellWord } from "../shell/shell-command.ts";
import { contextPath } from "./container-path.ts";
import { parseRequirements, type RequirementsFile } from "./requirements.ts";

const parsedFiles = new WeakMap<Image, Map<string, RequirementsFile>>();

/** The text of a file of the context: asked for by name, or one of the requirements files at its top. */
export function textOf({ files, source }: Image, path: string): SourceFile | undefined {
  return (
    files.get(path) ??
    source.requirements.find((file) => contextPath(inFolder(file.path, source.folder)) === path)
  );
}

function inFolder(path: string, folder: string): string {
  return folder !== "." && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

/** Read once for an image, however many commands name it. */
export function parsedFile(image: Image, { path, text }: SourceFile): RequirementsFile {
  const known = parsedFiles.get(image) ?? new Map<string, RequirementsFile>();
  parsedFiles.set(image, known);
  const found =
    known.get(path) ?? image.requirements.find((file) => file.path === path) ?? parseRequirements(path, text);
  known.set(path, found);
  return found;
}

/** A heredoc: its lines stand below each other in the Dockerfile. */
export function inlineFile({ source }: Image, { value, position }: ShellWord): RequirementsFile {
  return parseRequirements(source.dockerfile.path, value, position.line - 1);
}
