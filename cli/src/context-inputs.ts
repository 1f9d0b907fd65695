import type { Files } from "@mia/action-kit";
import {
  type ContextSelection,
  emptyIgnoreFile,
  type FoundIgnore,
  findIgnore,
  type IgnoreFile,
  parseIgnore,
  shownPath,
} from "@mia/build-context";
import { contextSources, hasTarget, parseDockerfile } from "@mia/dockerfile/context-sources";
import { findDockerfile } from "./find-dockerfile.ts";
import { newerSyntax } from "./newer-syntax.ts";

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
  /** Where the ignore file is a link: the file behind it. */
  ignoreReads: string | null;
  /** Named like ignore files, and without effect. */
  passed: FoundIgnore["passed"];
  target: string | null;
  ignore: IgnoreFile;
  selection: ContextSelection | undefined;
  /** Why there is no selection. */
  unknown: string | null;
  /** What in these files the builder would refuse. */
  refused: string[];
  /** What the builder takes otherwise than it looks. */
  notes: string[];
}

/** Reads the Dockerfile and the ignore file that BuildKit would take. A text: what is wrong with the request. Throws a StepFailure. */
export async function contextInputs(files: Files, request: ContextRequest): Promise<ContextInputs | string> {
  const { folder, file, target, buildArgs, contexts } = request;
  const { path, reads } = await findDockerfile(files, file ?? `${folder}/Dockerfile`);
  const isThere = file !== undefined || reads !== undefined;
  if (!isThere && target !== undefined) return `there is no ${path} that could have a target`;
  const ignored = await readIgnore(files, folder, path);
  const { refused } = ignored;
  const inputs = { dockerfile: isThere ? path : null, target: target ?? null, ...ignored };
  if (!isThere) return { ...inputs, selection: undefined, unknown: `there is no ${path}` };
  if (reads === null) {
    refused.push(`${path}: it is a link that leads to no file within its folder; the builder would stop`);
    return { ...inputs, selection: undefined, unknown: `the builder would not find ${path}` };
  }
  const dockerfile = parseDockerfile(await files.read(reads ?? path, { maxBytes }));
  const [problem] = dockerfile.problems;
  if (problem) {
    refused.push(`${path}:${problem.position.line}: ${problem.message}`);
    return { ...inputs, selection: undefined, unknown: `the builder would refuse ${path}` };
  }
  for (const { line, message } of newerSyntax(dockerfile)) refused.push(`${path}:${line}: ${message}`);
  if (!hasTarget(dockerfile, target)) return `${path} has no stage ${target ?? "at all"}`;
  const selection = contextSources(dockerfile, target, { buildArgs, contexts });
  const unknown = selection
    ? null
    : "a path depends on a variable that has no value in the file; give --build-arg";
  return { ...inputs, selection, unknown };
}

type Ignored = Pick<ContextInputs, "ignore" | "ignoreFile" | "ignoreReads" | "passed" | "refused" | "notes">;

async function readIgnore(files: Files, folder: string, dockerfile: string): Promise<Ignored> {
  const { path, reads, passed } = await findIgnore({ folder, dockerfile }, files);
  const ignore = reads === null ? emptyIgnoreFile : parseIgnore(await files.read(reads, { maxBytes }));
  const refused = ignore.problems.map(({ line, message }) => `${path}:${line}: ${message}`);
  const notes: string[] = [];
  for (const { path: name, why, stops } of passed) {
    const text = `${shownPath(name)} keeps nothing back: ${why}`;
    if (stops) refused.push(text);
    else notes.push(text);
  }
  return { ignore, ignoreFile: path, ignoreReads: reads, passed, refused, notes };
}
