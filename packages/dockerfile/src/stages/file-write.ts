import { nameOf } from "../pins/container-path.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import type { SedEdit } from "./sed-edits.ts";
import type { Stage, Step } from "./stage.ts";
import type { WrittenLine } from "./written-lines.ts";

/** One thing that writes a file: echo, tee, sed, a heredoc, COPY. */
export interface FileWrite {
  /** The file as the command names it; undefined where it is not known. */
  target: string | undefined;
  how: "replace" | "append" | "edit";
  /** Without empty ones; of an edit what it puts in. */
  lines: WrittenLine[];
  edits: SedEdit[];
  command: ShellCommand | undefined;
  stage: Stage;
  step: Step;
  /** Where the lines stand, as findings name it; undefined for the Dockerfile. */
  file: string | undefined;
  /** During the build, or when the container starts. */
  when: "build" | "start";
}

/** A word of the file's own: its last folder and name decide, for folders are variables often. */
export function writesTo({ target }: FileWrite, name: RegExp): boolean {
  return target === undefined || name.test(target) || /[$`]/.test(target) || nameOf(target) === "";
}
