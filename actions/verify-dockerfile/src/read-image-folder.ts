import type { Host } from "@mia/action-kit";
import {
  contextFinder,
  emptyIgnoreFile,
  type IgnoreFile,
  ignoreFileNames,
  isIgnored,
  parseIgnore,
  readContext,
} from "@mia/build-context";
import { maxModelBytes } from "@mia/catalog";
import type { IgnoreSource, ImageSource, SourceFile } from "@mia/dockerfile";
import type { ContextSize } from "@mia/step-result";

const mebibyte = 1024 * 1024;

/** Sizes beyond which a file is refused: each is a hundred times what an honest image folder holds. */
const maxBytes = { dockerfile: mebibyte, ignore: mebibyte, requirements: 4 * mebibyte };

export interface ImageFolder {
  source: ImageSource;
  size: ContextSize;
}

/** Reads what the rules look at, and walks the folder once. Throws a StepFailure `unreadable-input` where a file is too large, or no file at all. */
export async function readImageFolder(host: Host, folder: string): Promise<ImageFolder> {
  const read = async (name: string, limit: number): Promise<SourceFile> => {
    const path = `${folder}/${name}`;
    return { path, text: await host.files.read(path, { maxBytes: limit }) };
  };
  const top = await host.files.list(folder);
  const names = top.map(({ name }) => name);
  const ignoreName = ignoreFileNames("Dockerfile").find((name) => names.includes(name));
  const [dockerfile, modelFile, ignoreText, requirements] = await Promise.all([
    read("Dockerfile", maxBytes.dockerfile),
    names.includes("model.yaml") ? read("model.yaml", maxModelBytes) : undefined,
    ignoreName === undefined ? undefined : read(ignoreName, maxBytes.ignore),
    Promise.all(names.filter(isRequirements).map((name) => read(name, maxBytes.requirements))),
  ]);
  const ignore = ignoreText === undefined ? emptyIgnoreFile : parseIgnore(ignoreText.text);
  const { size, tree } = await readContext({
    list: async (path) => (path === "" ? top : host.files.list(`${folder}/${path}`)),
    ignore,
    alwaysSent: ["Dockerfile", ...ignoreFileNames("Dockerfile")],
  });
  const context = { find: contextFinder(tree) };
  const source: ImageSource = { folder, dockerfile, requirements, context };
  if (modelFile) source.modelFile = modelFile;
  if (ignoreText) source.dockerignore = ignoreSource(ignoreText, ignore);
  return { source, size };
}

/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`. */
function isRequirements(name: string): boolean {
  return /^(?:[\w.-]+[-_.])?requirements(?:[-_.][\w.-]+)?\.txt$/.test(name);
}

function ignoreSource(file: SourceFile, ignore: IgnoreFile): IgnoreSource {
  return { ...file, problems: ignore.problems, ignores: (path) => isIgnored(ignore, path) };
}
