import { editableFile } from "../fixes/edit.ts";
import { type Dockerfile, parseDockerfile } from "../syntax/parse-dockerfile.ts";
import { dockerfileComments } from "./dockerfile-comments.ts";
import type { FileKind } from "./file-kind.ts";
import { readIgnoreComment } from "./ignore-comment.ts";
import type { PlacedComment } from "./ignored-lines.ts";
import { hasCommentsAtEnd, lineComments } from "./line-comments.ts";
import { mayHoldNearIgnores, type NearIgnore, readNearIgnore } from "./near-ignore.ts";

/** A file that was verified. A Dockerfile that is parsed already need not be parsed again. */
export interface VerifiedFile {
  path: string;
  text: string;
  kind: FileKind;
  dockerfile?: Dockerfile;
}

export interface FoundComments {
  comments: PlacedComment[];
  /** Comments that are none of ours, for a slip. */
  near: NearIgnore[];
  /** Whether the file could be read to its end, so that silence of the rules means something. */
  complete: boolean;
  /** The line from which on comments were not read, for there were too many. */
  unreadFrom?: number;
}

/** Ten times what any honest file has. */
const maxComments = 1000;
const maxNames = 2000;
const maxNear = 100;

/** The ignore comments of a file with the lines each speaks of. */
export function findComments(file: VerifiedFile): FoundComments {
  if (!mayHoldNearIgnores(file.text)) return { comments: [], near: [], complete: true };
  const { kind } = file;
  const dockerfile = kind === "dockerfile" ? (file.dockerfile ?? parseDockerfile(file.text)) : undefined;
  const lines = dockerfile?.lines ?? editableFile(file).lines;
  const place = dockerfile ? dockerfileComments(dockerfile) : lineComments(lines, kind as "other");
  const complete = dockerfile === undefined || dockerfile.problems.length === 0;
  const comments: PlacedComment[] = [];
  const near: NearIgnore[] = [];
  let names = 0;
  for (const [index, text] of lines.entries()) {
    const comment = readIgnoreComment(text, index + 1, hasCommentsAtEnd(kind));
    const missed = comment || near.length === maxNear ? undefined : readNearIgnore(text, index + 1, kind);
    if (missed && place({ ...missed, form: "", alone: missed.wrong === "words" })) near.push(missed);
    const placed = comment && place(comment);
    if (!placed) continue;
    names += comment.names.length;
    if (comments.length === maxComments || names > maxNames)
      return { comments, near, complete, unreadFrom: comment.line };
    comments.push({ comment, ...placed });
  }
  return { comments, near, complete };
}
