import type { Files } from "@mia/action-kit";
import { type ContextSelection, emptyIgnoreFile, type IgnoreFile, parseIgnore } from "@mia/build-context";
import { contextSources, hasTarget, parseDockerfile } from "@mia/dockerfile/context-sources";

const maxBytes = 1024 * 1024;

export interface ContextRequest {
  folder: string;
  file: string | undefined;
  target: string | undefined;
  buildArgs: Record<string, string>;
  contexts: string[];
}

export interface ContextInputs {
  /** Paths as given; null where there is none. */
  dockerfile: string | null;
  ignoreFile: string | null;
  target: string | null;
  ignore: IgnoreFile;
  selection: ContextSelection | undefined;
  /** Why there is no selection. */
  unknown: string | null;
  /** What in these files the builder would refuse. */
  refused: string[];
}

/** Reads the Dockerfile and the ignore file that BuildKit would take. A text: what is wrong with the request. Throws a StepFailure. */
export async function contextInputs(files: Files, request: ContextRequest): Promise<ContextInputs | string> {
  const { folder, file, target, buildArgs, contexts } = request;
  const path = file ?? `${folder}/Dockerfile`;
  const isThere = file !== undefined || (await files.entry(path)) !== undefined;
  if (!isThere && target !== undefined) return `there is no ${path} that could have a target`;
  const ignoreFile = await firstThere(files, [`${path}.dockerignore`, `${folder}/.dockerignore`]);
  const ignore =
    ignoreFile === null ? emptyIgnoreFile : parseIgnore(await files.read(ignoreFile, { maxBytes }));
  const refused = ignore.problems.map(({ line, message }) => `${ignoreFile}:${line}: ${message}`);
  const inputs = { dockerfile: isThere ? path : null, ignoreFile, target: target ?? null, ignore, refused };
  if (!isThere) return { ...inputs, selection: undefined, unknown: `there is no ${path}` };
  const dockerfile = parseDockerfile(await files.read(path, { maxBytes }));
  const [problem] = dockerfile.problems;
  if (problem) {
    refused.push(`${path}:${problem.position.line}: ${problem.message}`);
    return { ...inputs, selection: undefined, unknown: `the builder would refuse ${path}` };
  }
  if (!hasTarget(dockerfile, target)) return `${path} has no stage ${target ?? "at all"}`;
  const selection = contextSources(dockerfile, target, { buildArgs, contexts });
  const unknown = selection
    ? null
    : "a path depends on a variable that has no value in the file; give --build-arg";
  return { ...inputs, selection, unknown };
}

async function firstThere(files: Files, paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if ((await files.entry(path)) !== undefined) return path;
  return null;
}
