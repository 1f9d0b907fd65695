import type { ReportUnread } from "../unread.ts";

/** Scripts within scripts (`bash -c "bash -c ..."`) that are followed. */
export const maxDepth = 5;

/** UTF-16 units of a script beyond which it is not looked into: hostile nesting costs the square of its length. */
export const maxScript = 64 * 1024;

/** UTF-16 units that variables may add to the words of all commands of a file together. */
const maxAdded = 1024 * 1024;

/** UTF-16 units of all scripts of a file together, each as often as it is parsed: once for every level of substitutions. */
const maxParsed = 4 * 1024 * 1024;

/** Commands of a file together; the longest honest file has two thousand. */
export const maxCommands = 100_000;

/** What the reading of one file's commands shares. */
export interface CommandReading {
  report: ReportUnread;
  /** Commands that may still be read. */
  commandsLeft: number;
  /** UTF-16 units that variables may still add. */
  left: number;
  /** UTF-16 units that may still be parsed. */
  parseLeft: number;
  /** UTF-16 units of malformed scripts that are still looked into: walking hostile ones takes long. */
  malformedLeft: number;
}

export function newReading(report: ReportUnread): CommandReading {
  return {
    report,
    commandsLeft: maxCommands,
    left: maxAdded,
    parseLeft: maxParsed,
    malformedLeft: maxScript,
  };
}
