import type { Host } from "@mia/action-kit";
import {
  type ContextMeasure,
  type ContextSelection,
  emptyIgnoreFile,
  type IgnoreFile,
  measureContext,
  parseIgnore,
} from "@mia/build-context";
import { contextSources, parseDockerfile } from "@mia/dockerfile/context-sources";
import type { BuildResult } from "@mia/step-result";

const maxBytes = 1024 * 1024;

export interface MeasuredContext {
  measure: ContextMeasure;
  ignore: IgnoreFile;
  /** Null where there is none. */
  ignoreFile: string | null;
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
  const { ignore, ignoreFile } = await readIgnore(host, folder, dockerfile.path);
  const parsed = parseDockerfile(dockerfile.text);
  const selection =
    parsed.problems.length > 0 ? undefined : contextSources(parsed, target, { buildArgs, contexts });
  const inFolder = (path: string): string => (path === "" ? folder : `${folder}/${path}`);
  const measured = await measureContext({
    list: (path, options) => host.files.list(inFolder(path), options),
    readLink: (path) => host.files.readLink(inFolder(path)),
    ignore,
    selection,
  });
  return { measure: measured, ignore, ignoreFile, selection };
}

/** The ignore file that BuildKit would take: the one beside the Dockerfile wins over the context's. */
export async function readIgnore(
  host: Host,
  folder: string,
  dockerfile?: string,
): Promise<{ ignore: IgnoreFile; ignoreFile: string | null }> {
  const places = [
    ...(dockerfile === undefined ? [] : [`${dockerfile}.dockerignore`]),
    `${folder}/.dockerignore`,
  ];
  for (const place of places) {
    if ((await host.files.entry(place)) === undefined) continue;
    return { ignore: parseIgnore(await host.files.read(place, { maxBytes })), ignoreFile: place };
  }
  return { ignore: emptyIgnoreFile, ignoreFile: null };
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
