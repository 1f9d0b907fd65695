import type { Model } from "@mia/catalog";
import type { Location } from "@mia/step-result";
import { parseRequirements, type RequirementsFile } from "./pins/requirements.ts";
import { none } from "./policy/built-in.ts";
import type { Policy } from "./policy/policy.ts";
import { newReading } from "./shell/command-reading.ts";
import { readCommands } from "./shell/read-commands.ts";
import type { ShellCommand } from "./shell/shell-command.ts";
import { readStages } from "./stages/read-stages.ts";
import type { Stage, Step } from "./stages/stage.ts";
import { type Dockerfile, parseDockerfile } from "./syntax/parse-dockerfile.ts";
import type { Position } from "./syntax/spanned-text.ts";
import type { Unread } from "./unread.ts";

export interface SourceFile {
  /** Relative to the workspace, as findings name it. */
  path: string;
  text: string;
}

/** The ignore rules of a build context: the file, and what reading it with the builder's own rules gave. */
export interface IgnoreSource extends SourceFile {
  /** Whether a path relative to the context is kept from the build. */
  ignores(path: string): boolean;
  /** Patterns the builder refuses, and where reading stopped because there were too many. */
  problems: { line: number; message: string; kind?: "size" }[];
  /** The line of the `!` pattern that sends a path which an earlier pattern kept back. */
  readmittedBy?(path: string): number | undefined;
}

/**
 * What a source of COPY meets in the build context. `goesOn`: the builder copies nothing and does not stop. `path` is what a
 * pattern of .dockerignore would call it, `line` that of the pattern which leaves it out.
 */
export type ContextMatch =
  | { kind: "sent" | "unknown" }
  | { kind: "missing"; goesOn: boolean }
  | { kind: "ignored"; goesOn: boolean; path: string; line: number };

/** The folder that is the main build context, as the builder gets to see it. */
export interface ContextListing {
  find(path: string, wildcards: boolean): ContextMatch;
  /**
   * What a pattern of .dockerignore matches by itself, at most `limit` paths; undefined where not everything was looked at.
   */
  matches?(pattern: string, limit: number): PatternMatch[] | undefined;
  /** What the builder gets. */
  size?: { keptBytes: number; largest: readonly { path: string; bytes: number }[] };
}

export interface PatternMatch {
  path: string;
  kind: "file" | "folder" | "link" | "other";
  /** Whether the builder gets it. */
  sent: boolean;
}

/** The texts of files by their path relative to the build context, as far as somebody read them. */
export interface FileLookup {
  get(path: string): SourceFile | undefined;
  has(path: string): boolean;
}

/** The files of an image folder, as text. */
export interface ImageSource {
  folder: string;
  dockerfile: SourceFile;
  dockerignore?: IgnoreSource;
  /** There is one, and it could not be read. */
  unreadIgnore?: { path: string; why: string };
  /** Named like ignore files, and to the builder as if they were not there. */
  passedIgnores?: { path: string; why: string }[];
  /** What else lies in the folder; rules about it are silent without. */
  context?: ContextListing;
  requirements: SourceFile[];
  /** Files of the context that `wantedFiles` asked for, by their path in it; undefined where one could not be read. */
  files?: ReadonlyMap<string, SourceFile | undefined>;
  /** The Markdown file whose table names the versions of each model, where the policy has one. */
  matrixFile?: SourceFile;
  /** The text of model.yaml, for pointing at its lines. */
  modelFile?: SourceFile;
}

/** An image folder as rules see it: everything read once. */
export interface Image {
  source: ImageSource;
  /** What model.yaml says; undefined for a Dockerfile that belongs to no image folder. */
  model: Model | undefined;
  policy: Policy;
  /** The texts of other files of the context. */
  files: FileLookup;
  dockerfile: Dockerfile;
  stages: Stage[];
  /** The stages somebody runs: the last one, and those the policy names. */
  targets: Stage[];
  /** Every shell command of every RUN, CMD and ENTRYPOINT, in the order written. */
  commands: ShellCommand[];
  /** Those of one stage, without the stages it builds on. */
  commandsOf(stage: Stage): readonly ShellCommand[];
  requirements: RequirementsFile[];
  /** Parts of the Dockerfile that a limit kept from being read. */
  unread: Unread[];
  /** A place in the Dockerfile. */
  at(position: Position, note?: string): Location;
}

/** An image folder with a model.yaml. */
export type ModelImage = Image & { model: Model };

export function hasModel(image: Image): image is ModelImage {
  return image.model !== undefined;
}

const withCommands = new Set(["RUN", "CMD", "ENTRYPOINT"]);

/** Reads the files of an image folder. Never throws, whatever the files hold. */
export function readImage(source: ImageSource, model: Model | undefined, policy: Policy = none): Image {
  const dockerfile = parseDockerfile(source.dockerfile.text);
  const unread: Unread[] = [];
  const stages = readStages(
    dockerfile,
    (part) => unread.push(part),
    (_, { refused }) => dockerfile.problems.push(...refused),
  );
  const reading = newReading((part) => unread.push(part));
  const byStage = new Map(
    stages.map((stage) => {
      const steps = stage.steps.map(triggered).filter(hasCommands);
      return [stage, steps.flatMap((step) => readCommands(step, reading))];
    }),
  );
  const named = policy.targets.map((name) => stages.findLast((stage) => stage.name === name));
  return {
    source,
    model,
    policy,
    files: { get: (path) => source.files?.get(path), has: (path) => source.files?.has(path) ?? false },
    dockerfile,
    stages,
    targets: stages.filter((stage) => stage === stages.at(-1) || named.includes(stage)),
    commands: [...byStage.values()].flat(),
    unread,
    commandsOf: (stage) => byStage.get(stage) ?? [],
    requirements: source.requirements.map(({ path, text }) => parseRequirements(path, text)),
    at: (position, note) => locate(source.dockerfile.path, position, note),
  };
}

/** What ONBUILD keeps for later becomes part of the images built on this one: its commands count as the stage's. */
function triggered(step: Step): Step {
  const { trigger } = step.instruction;
  return trigger ? { ...step, instruction: trigger } : step;
}

function hasCommands({ instruction }: Step): boolean {
  return withCommands.has(instruction.keyword);
}

export function locate(file: string, { line, column }: Position, note?: string): Location {
  return { file, line, column, ...(note === undefined ? {} : { note: note.slice(0, 1000) }) };
}
