import { type Host, StepFailure } from "@mia/action-kit";
import {
  type ContextTree,
  contextFinder,
  emptyIgnoreFile,
  type FoundIgnore,
  findIgnore,
  type IgnoreFile,
  ignoreFileNames,
  isIgnored,
  parseIgnore,
  patternFinder,
  readContext,
  readmittedBy,
} from "@mia/build-context";
import type { ContextListing, IgnoreSource, SourceFile } from "@mia/dockerfile";
import type { ContextSize } from "@mia/step-result";

const mebibyte = 1024 * 1024;

/** Sizes beyond which a file is refused: each is a hundred times what an honest one has. */
export const maxBytes = {
  dockerfile: mebibyte,
  ignore: mebibyte,
  requirements: 4 * mebibyte,
  other: mebibyte,
};

/** A build context as it was walked, under the rules of one .dockerignore. */
export interface WalkedContext {
  ignore: IgnoreSource | undefined;
  listing: ContextListing;
  size: ContextSize;
  /** Named like ignore files, and without effect. */
  passedIgnores?: { path: string; why: string }[];
}

/** A build context of which nobody can say what the builder gets of it: its .dockerignore could not be read. */
export interface UnreadContext {
  unreadIgnore: { path: string; why: string };
}

/** Reads the files that rules look at; each is read once, each context walked once, however many Dockerfiles share it. */
export class SourceReader {
  /** Every text that was read, by its path relative to the workspace. */
  readonly texts = new Map<string, string>();
  private readonly host: Host;
  private readonly walks = new Map<string, Promise<WalkedContext & { tree: ContextTree }>>();

  /** `changed`: texts that stand for those on the disk, as they will be once fixes are written. */
  constructor(host: Host, changed: ReadonlyMap<string, string> = new Map()) {
    this.host = host;
    for (const [path, text] of changed) this.texts.set(path, text);
  }

  /** Throws a StepFailure `unreadable-input` for what is missing, too large, no regular file or outside the workspace. */
  async read(path: string, limit: number): Promise<SourceFile> {
    const known = this.texts.get(path);
    if (known !== undefined) return { path, text: known };
    const text = await this.host.files.read(path, { maxBytes: limit, followLinks: "inside" });
    this.texts.set(path, text);
    return { path, text };
  }

  /** Undefined where it cannot be read, whatever the reason. */
  async tryRead(path: string, limit: number): Promise<SourceFile | undefined> {
    try {
      return await this.read(path, limit);
    } catch {
      return undefined;
    }
  }

  /** Walks a context for the Dockerfile at `dockerfile`, both relative to the workspace. Asking for sizes takes twice as long. */
  async context(folder: string, dockerfile: string, sizes: boolean): Promise<WalkedContext | UnreadContext> {
    const { path, passed } = await this.findIgnore(folder, dockerfile);
    const [stopping] = passed.filter(({ stops }) => stops);
    if (stopping) return { unreadIgnore: { path: stopping.path, why: `${stopping.path}: ${stopping.why}` } };
    let ignore: SourceFile | undefined;
    try {
      ignore = path === undefined ? undefined : await this.read(path, maxBytes.ignore);
    } catch (error) {
      if (path === undefined || !(error instanceof StepFailure)) throw error;
      return { unreadIgnore: { path, why: error.message } };
    }
    const inContext = dockerfile.startsWith(`${folder}/`) ? dockerfile.slice(folder.length + 1) : dockerfile;
    const alwaysSent = [inContext, ...ignoreFileNames(inContext)];
    // The Dockerfile that is sent in spite of the patterns may be another one: a few hundred bytes in the size.
    const key = JSON.stringify([folder, ignore?.path, sizes]);
    const walk = this.walks.get(key) ?? this.walk(folder, ignore, alwaysSent, sizes);
    this.walks.set(key, walk);
    const { tree, ...walked } = await walk;
    // What one Dockerfile spends on looking for its wildcards is not the next one's to pay.
    const listing = { ...walked.listing, find: contextFinder(tree) };
    return { ...walked, listing, passedIgnores: passed.map(({ path: at, why }) => ({ path: at, why })) };
  }

  /** The ignore file that the builder takes, by the file behind a link. What a fix has written counts as there. */
  private async findIgnore(
    folder: string,
    dockerfile: string,
  ): Promise<{ path: string | undefined; passed: FoundIgnore["passed"] }> {
    const beside = `${dockerfile}.dockerignore`;
    if (this.texts.has(beside)) return { path: beside, passed: [] };
    const { reads, passed } = await findIgnore({ folder, dockerfile }, this.host.files);
    const own = join(folder, ".dockerignore");
    if (reads === null && this.texts.has(own)) return { path: own, passed: [] };
    return { path: reads ?? undefined, passed };
  }

  private async walk(
    folder: string,
    file: SourceFile | undefined,
    alwaysSent: string[],
    sizes: boolean,
  ): Promise<WalkedContext & { tree: ContextTree }> {
    const rules = file === undefined ? emptyIgnoreFile : parseIgnore(file.text);
    const { size, tree } = await readContext({
      list: (path) => this.host.files.list(path === "" ? folder : join(folder, path), { sizes }),
      ignore: rules,
      alwaysSent,
    });
    const listing: ContextListing = { find: contextFinder(tree), matches: patternFinder(tree) };
    if (sizes) listing.size = size;
    return { ignore: file && ignoreSource(file, rules), listing, size, tree };
  }
}

/** Paths of findings have no `./` in front. */
export function join(folder: string, name: string): string {
  return folder === "." ? name : `${folder}/${name}`;
}

function ignoreSource(file: SourceFile, ignore: IgnoreFile): IgnoreSource {
  const ignores = (path: string): boolean => isIgnored(ignore, path);
  return {
    ...file,
    problems: ignore.problems,
    ignores,
    readmittedBy: (path) => readmittedBy(ignore, path)?.line,
  };
}
