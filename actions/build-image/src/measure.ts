import { type Host, StepFailure } from "@mia/action-kit";
import {
  type ContextMeasure,
  type ContextSelection,
  emptyIgnoreFile,
  findIgnore,
  type IgnoreFile,
  measureContext,
  parseIgnore,
  shownPath,
} from "@mia/build-context";
import { contextSources, parseDockerfile } from "@mia/dockerfile/context-sources";
import type { BuildResult } from "@mia/step-result";

const maxBytes = 1024 * 1024;

export interface MeasuredContext {
  measure: ContextMeasure;
  ignore: IgnoreFile;
  /** Null where there is none. */
  ignoreFile: string | null;
  /** What is named like an ignore file and keeps nothing back. */
  notes: string[];
  /** Undefined where the Dockerfile does not say by itself what it asks for. */
  selection: ContextSelection | undefined;
}

export interface MeasureOrder {
  folder: string;
  dockerfile: { path: string; text: string };
  target: string;
  buildArgs: Readonly<Record<string, string>>;
  contexts: readonly string[];
}

/** Measures what the build will send, without asking anybody. Throws `unreadable-input` for an ignore file that cannot be read. */
export async function measure(host: Host, order: MeasureOrder): Promise<MeasuredContext> {
  const { folder, dockerfile, target, buildArgs, contexts } = order;
  const { ignore, ignoreFile, notes } = await readIgnore(host, folder, dockerfile.path);
  const parsed = parseDockerfile(dockerfile.text);
  const selection =
    parsed.problems.length > 0 ? undefined : contextSources(parsed, target, { buildArgs, contexts });
  const inFolder = (path: string): string => (path === "" ? folder : `${folder}/${path}`);
  const measured = await measureContext({
    list: (path, options) => host.files.list(inFolder(path), options),
    readLink: (path) => host.files.readLink(inFolder(path)),
    entry: (path) => host.files.entry(inFolder(path)),
    ignore,
    selection,
  });
  return { measure: measured, ignore, ignoreFile, notes, selection };
}

/**
 * The ignore file that BuildKit would take: the one beside the Dockerfile wins over the context's. Throws `unreadable-input` where
 * the builder would not get past it.
 */
export async function readIgnore(
  host: Host,
  folder: string,
  dockerfile?: string,
): Promise<Pick<MeasuredContext, "ignore" | "ignoreFile" | "notes">> {
  const { path, reads, passed } = await findIgnore({ folder, dockerfile }, host.files);
  const texts = passed.map((one) => `${shownPath(one.path)} keeps nothing back: ${one.why}`);
  if (passed.some(({ stops }) => stops))
    throw new StepFailure({
      code: "unreadable-input",
      message: texts.join("; ").slice(0, 4000),
      remedy: "Make it a regular file, or take it away.",
    });
  const ignore = reads === null ? emptyIgnoreFile : parseIgnore(await host.files.read(reads, { maxBytes }));
  return { ignore, ignoreFile: path, notes: texts };
}

/** The record's form of a measure, cut to its limits. */
export function contextOf({
  tree,
  kept,
  selected,
  largest,
  rules,
  unmatched,
}: ContextMeasure): NonNullable<BuildResult["context"]> {
  const short = <T extends { text: string }>(rows: readonly T[]): T[] =>
    rows.slice(0, 50).map((row) => ({ ...row, text: row.text.slice(0, 1000) }));
  return {
    tree,
    kept,
    selected,
    largest: largest.slice(0, 20).map(({ path, bytes }) => ({ path: path.slice(0, 4096), bytes })),
    rules: short(rules),
    unmatched: short(unmatched),
  };
}
