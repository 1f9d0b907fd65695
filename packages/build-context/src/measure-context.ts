import { absentSources, type NeededSource, neededSources } from "./absent-sources.ts";
import { ContextCount } from "./context-count.ts";
import type { ContextMeasure, ContextProblem } from "./context-measure.ts";
import type { ContextSelection } from "./context-selection.ts";
import { followPaths } from "./follow-paths.ts";
import { compilePattern, type IgnoreFile, type IgnorePattern } from "./parse-ignore.ts";
import type { PlaceSource } from "./resolve-within.ts";
import { unsendable } from "./unsendable.ts";
import { type ContextEntry, walkContext } from "./walk-context.ts";

export interface MeasureSource {
  /** Lists a folder named relative to the context; the context itself is `""`. Where it throws, the folder counts as empty. */
  list(
    folder: string,
    options: { sizes: boolean },
  ): Promise<readonly ContextEntry[]> | readonly ContextEntry[];
  /** What a symbolic link holds; undefined for everything else. Without it no link is followed. */
  readLink?(path: string): Promise<string | undefined> | string | undefined;
  /** One path alone, links told as such; undefined where nothing is. Without it no source is looked for. */
  entry?(path: string): ReturnType<PlaceSource["entry"]>;
  ignore: IgnoreFile;
  /** Counted as kept whatever the patterns say. Default none: BuildKit takes no file of a context in spite of them. */
  alwaysSent?: readonly string[];
  /** What the build asks for; without it, nothing is known of that. */
  selection?: ContextSelection | undefined;
  /**
   * Sees every path with the best that is true of it. A folder comes in front of what makes it so, or behind all that is in
   * it: the builder gets it where it gets something in it.
   */
  onPath?(path: string, kind: ContextEntry["kind"], bytes: number, state: PathState): void;
}

/** `kept`: .dockerignore leaves it, and the build does not ask for it, as far as is known. `selected`: the builder gets it. */
export type PathState = "ignored" | "kept" | "selected";

/**
 * Measures a build context in one walk, without holding its paths: all of it, what .dockerignore leaves, and what the builder
 * asks for of that. Tried against BuildKit 0.25 by test/engine/context.engine.test.ts.
 */
export async function measureContext(source: MeasureSource): Promise<ContextMeasure> {
  const { ignore, onPath } = source;
  const asked = await askedPatterns(source);
  const needed = await needs(source);
  const folders = new Set(needed.flatMap(({ place }) => (place?.isFolder ? [place.path] : [])));
  const always = new Set(source.alwaysSent);
  const count = new ContextCount(ignore.patterns, asked, always, onPath, folders);
  for (const { path, kind } of problemsOfAsking(source)) count.note(path, kind, true);
  await walkContext((folder) => source.list(folder, { sizes: true }), count.top(), count);
  for (const { path, kind } of absentSources(needed, ignore, (folder) => count.keptFolders.has(folder)))
    count.note(path, kind, true);
  return count.measure();
}

/** What the builder has to find. */
async function needs({ selection, entry, readLink }: MeasureSource): Promise<NeededSource[]> {
  if (selection === undefined || entry === undefined || readLink === undefined) return [];
  return neededSources(selection, { entry, readLink: async (path) => readLink(path) });
}

/** What the builder could not ask for; where nothing is asked for, there is nothing. */
function* problemsOfAsking({
  ignore,
  selection,
}: MeasureSource): Generator<Pick<ContextProblem, "path" | "kind">> {
  const { everything = true, sources = [] } = selection ?? {};
  if (!everything && sources.length === 0) return;
  const patterns = ignore.patterns.map(({ text, readmits }) => (readmits ? `!${text}` : text));
  for (const path of unsendable(patterns)) yield { path, kind: "pattern" };
  if (everything) return;
  for (const path of unsendable(sources.map((source) => source.path))) yield { path, kind: "source" };
}

/** The patterns of what is asked for; "everything", or undefined where it is not known. */
async function askedPatterns({
  selection,
  list,
  readLink,
}: MeasureSource): Promise<IgnorePattern[] | "everything" | undefined> {
  if (selection === undefined) return undefined;
  if (selection.everything) return "everything";
  if (selection.sources.length === 0) return [];
  const followed = await followPaths(
    selection.sources.map(({ path }) => path),
    {
      list: async (folder) => {
        try {
          return await list(folder, { sizes: false });
        } catch {
          return [];
        }
      },
      readLink: (path) => readLink?.(path),
    },
  );
  if (followed === undefined || followed === "everything") return followed;
  const patterns: IgnorePattern[] = [];
  for (const path of followed) {
    const pattern = compilePattern(path);
    // The builder stops at it: it asks for nothing that could be counted.
    if (typeof pattern === "string") return undefined;
    patterns.push({ ...pattern, line: 0 });
  }
  return patterns;
}
