import type { Host } from "@mia/action-kit";
import { type Model, maxModelBytes } from "@mia/catalog";
import {
  fileKindOf,
  type Image,
  type ImageSource,
  namedFiles,
  type Policy,
  parseRequirements,
  readImage,
  type SourceFile,
  wantedFiles,
} from "@mia/dockerfile";
import type { ContextSize } from "@mia/step-result";
import { chooseContext } from "./choose-context.ts";
import {
  join,
  maxBytes,
  type SourceReader,
  type UnreadContext,
  type WalkedContext,
} from "./source-reader.ts";

export interface ReadImage {
  image: Image;
  /** Null where no build context is known. */
  size: ContextSize | null;
}

/** Rounds of files that name further files; what lies deeper is not read. */
const maxRounds = 12;

/** An image folder: Dockerfile, model.yaml, and the folder itself as the build context. */
export async function readModelImage(
  host: Host,
  reader: SourceReader,
  folder: string,
  model: Model | undefined,
  policy: Policy,
): Promise<ReadImage> {
  const path = join(folder, "Dockerfile");
  const dockerfile = await reader.read(path, maxBytes.dockerfile);
  const names = (await host.files.list(folder)).map(({ name }) => name);
  const requirements = await readAll(reader, folder, names.filter(isRequirements), maxBytes.requirements);
  const walked = await reader.context(folder, path, true);
  const source: ImageSource = { folder, dockerfile, requirements, ...contextOf(walked) };
  if (names.includes("model.yaml"))
    source.modelFile = await reader.read(join(folder, "model.yaml"), maxModelBytes);
  const image = await complete(reader, source, model, policy);
  return { image, size: "size" in walked ? walked.size : null };
}

/** A Dockerfile of any other place; `context` where the caller names it. */
export async function readPlainImage(
  host: Host,
  reader: SourceReader,
  path: string,
  context: string | undefined,
  policy: Policy,
): Promise<ReadImage> {
  const dockerfile = await reader.read(path, maxBytes.dockerfile);
  const own = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
  const source: ImageSource = { folder: own, dockerfile, requirements: [] };
  const folder = context ?? (await chooseContext(host, path, readImage(source, undefined, policy)));
  if (folder === undefined)
    host.log.info(`${path}: no folder holds all it copies, so that was not checked; say which with context`);
  if (folder === undefined) return { image: readImage(source, undefined, policy), size: null };
  const walked = await reader.context(folder, path, policy.contextBudgetMiB !== undefined);
  const image = await complete(reader, { ...source, folder, ...contextOf(walked) }, undefined, policy);
  return { image, size: "size" in walked ? walked.size : null };
}

/** Without its .dockerignore nobody knows what a context holds, and rules about it are silent. */
function contextOf(
  walked: WalkedContext | UnreadContext,
): Pick<ImageSource, "context" | "dockerignore" | "unreadIgnore" | "passedIgnores"> {
  if ("unreadIgnore" in walked) return walked;
  const { listing, ignore, passedIgnores = [] } = walked;
  return { context: listing, ...(ignore && { dockerignore: ignore }), passedIgnores };
}

/** Reads the further files that the rules want, and those that these name in turn. */
async function complete(
  reader: SourceReader,
  source: ImageSource,
  model: Model | undefined,
  policy: Policy,
): Promise<Image> {
  const files = new Map<string, SourceFile | undefined>();
  source.files = files;
  const matrix = policy.matrix && (await reader.tryRead(policy.matrix.file, maxBytes.other));
  if (matrix) source.matrixFile = matrix;
  const read = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) {
      // What is not there, or may not be read, is known to be unknown.
      files.set(path, await reader.tryRead(join(source.folder, path), maxBytes.requirements));
    }
  };
  let image = readImage(source, model, policy);
  const named = namedFiles(image);
  await read(named);
  image = withRequirements(image, named);
  for (let round = 0; round < maxRounds; round++) {
    const wanted = wantedFiles(image).filter((path) => !files.has(path));
    if (wanted.length === 0) break;
    await read(wanted);
    // Another image: what was worked out of the former one did not know these files.
    image = withRequirements(image, wanted);
  }
  return image;
}

/** Requirements files that commands name are the image's as much as those at the top of its folder. */
function withRequirements(image: Image, paths: readonly string[]): Image {
  const known = new Set(image.requirements.map(({ path }) => path));
  const found = paths
    .map((path) => image.files.get(path))
    .filter((file) => file && !known.has(file.path) && fileKindOf(file.path) === "requirements");
  const parsed = found.map((file) => parseRequirements(file?.path ?? "", file?.text ?? ""));
  return { ...image, requirements: [...image.requirements, ...parsed] };
}

function readAll(
  reader: SourceReader,
  folder: string,
  names: string[],
  limit: number,
): Promise<SourceFile[]> {
  return Promise.all(names.map((name) => reader.read(join(folder, name), limit)));
}

/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`. */
function isRequirements(name: string): boolean {
  return /^(?:[\w.-]+[-_.])?requirements(?:[-_.][\w.-]+)?\.txt$/.test(name);
}
