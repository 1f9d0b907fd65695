import type { Position } from "./syntax/spanned-text.ts";

/** A part of a file that was not read to its end. No rule can vouch for it, so it is a finding of its own. */
export interface Unread {
  position: Position;
  /** Where it stands, as findings name it; without one in the Dockerfile. */
  file?: string;
  /** What was left out and which limit did it. */
  message: string;
  remedy: string;
}

export type ReportUnread = (unread: Unread) => void;
