import type { Edit, Finding } from "@mia/step-result";
import { removeLine } from "../fixes/edit.ts";
import type { IgnoreComment, IgnoredName } from "./ignore-comment.ts";
import { ignoreIsUsed } from "./ignore-rules.ts";
import { placeOf } from "./judge-comment.ts";

/** That names of a comment ignore nothing, with a fix that takes them out: of the list, or all of the comment. */
export function unusedFinding(
  file: string,
  textOfLine: string,
  comment: IgnoreComment,
  unused: readonly IgnoredName[],
): Finding {
  const { id, code, severity, confidence } = ignoreIsUsed;
  const all = unused.length === comment.names.length;
  const names = unused.map(({ text }) => text.slice(0, 100)).join(", ");
  const finds = unused.length === 1 ? "finds" : "find";
  return {
    rule: id,
    code,
    severity,
    confidence,
    message: `${names.slice(0, 1000)} ${finds} nothing that this comment could ignore`,
    remedy: all ? "Remove the comment." : "Take what is not needed out of the list.",
    locations: [placeOf(file, comment, unused.length === 1 ? unused[0] : undefined)],
    fix: {
      title: all ? "Remove the comment" : "Shorten the list",
      safety: "safe",
      edits: [all ? withoutComment(file, textOfLine, comment) : withoutNames(file, comment, unused)],
    },
  };
}

function withoutComment(file: string, text: string, { line, column, endColumn, alone }: IgnoreComment): Edit {
  if (alone) return removeLine({ path: file }, line);
  const end = text.slice(0, column - 1).trimEnd().length;
  return { file, line, column: end + 1, endLine: line, endColumn, text: "" };
}

function withoutNames(
  file: string,
  { line, names, list }: IgnoreComment,
  unused: readonly IgnoredName[],
): Edit {
  const kept = names.filter((name) => !unused.includes(name));
  const { column, endColumn } = list ?? { column: 1, endColumn: 1 };
  return { file, line, column, endLine: line, endColumn, text: kept.map(({ text }) => text).join(", ") };
}
