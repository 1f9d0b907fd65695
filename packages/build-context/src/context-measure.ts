import type { LargestFile } from "./largest-files.ts";

/** Links count as files of no bytes; what is neither file, link nor folder does not count. */
export interface Amount {
  files: number;
  /** Of a file with several names once, as the builder sends it. */
  bytes: number;
}

export interface ContextMeasure {
  /** Everything in the folder. */
  tree: Amount;
  /** What .dockerignore leaves. */
  kept: Amount;
  /** What the builder asks for of that; null where it is not known. */
  selected: Amount | null;
  /** At most 20 of what the builder gets: of `selected` where that is known, else of `kept`. */
  largest: LargestFile[];
  /** What each pattern keeps back, the most bytes first. It is the pattern that decides: a later one in vain has none. */
  rules: { line: number; text: string; files: number; bytes: number }[];
  /** Patterns that match nothing in the folder. */
  unmatched: { line: number; text: string }[];
  /** At most 50: where the builder would stop, and what could not be counted. */
  problems: ContextProblem[];
}

export interface ContextProblem {
  /** Of a pattern or a source: as it is written. */
  path: string;
  /**
   * `unreadable`: a folder that cannot be listed. `locked`: a file that may not be read, which is sent empty. `not-utf8`: BuildKit
   * sends no name that is not UTF-8. `pattern` of the ignore file, `source` of COPY and its like: a control character in it that
   * BuildKit cannot send. `missing`: a source that is not there; `ignored`: one that the ignore file keeps back.
   */
  kind: "unreadable" | "locked" | "not-utf8" | "pattern" | "source" | "missing" | "ignored";
  /** The build ends there: it is about something that the builder gets, or asks with. */
  stops: boolean;
}
