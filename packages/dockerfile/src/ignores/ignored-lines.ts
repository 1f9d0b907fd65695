import type { IgnoreComment } from "./ignore-comment.ts";

/** The lines a comment speaks of, both ends included. */
export interface IgnoredLines {
  from: number;
  to: number;
}

/** What reading one file for comments gives. Where one stands at a place that has no meaning, `misplaced` says so. */
export interface PlacedComment {
  comment: IgnoreComment;
  /** Undefined where there is nothing below for it to speak of. */
  lines: IgnoredLines | undefined;
  misplaced?: string;
}

export const wholeFile: IgnoredLines = { from: 1, to: Number.POSITIVE_INFINITY };

/** Says for a comment which lines it speaks of; undefined for text that only looks like a comment. */
export type PlaceComment = (
  comment: Pick<IgnoreComment, "line" | "column" | "alone" | "form">,
) => Omit<PlacedComment, "comment"> | undefined;
