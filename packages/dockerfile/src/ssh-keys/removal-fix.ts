import type { Image } from "../image.ts";
import type { Report } from "../rule.ts";
import type { Step } from "../stages/stage.ts";

/** Puts the removal behind the last command of a RUN; no fix where that would read as something else. */
export function removalFix(
  image: Image,
  { instruction }: Step,
  safety: "safe" | "unsafe",
): Pick<Report, "fix"> {
  const { keyword, json, heredocs, body } = instruction;
  const last = body.text.trimEnd();
  const { line, column } = body.endAt(last.length);
  const written = image.dockerfile.lines[line - 1] ?? "";
  // Behind an open list or a comment, the words would mean something else.
  const isOpen = /[;&|\\(`{#]$|\b(?:do|then|else)$/.test(last) || /(?:^|\s)#/.test(written.slice(0, column));
  if (keyword !== "RUN" || json || heredocs.length > 0 || isOpen || written.slice(column - 1).trim() !== "")
    return {};
  const edit = { file: image.source.dockerfile.path, line, column, endLine: line, endColumn: column };
  return {
    fix: {
      title: "Remove the host keys in the same RUN",
      safety,
      edits: [{ ...edit, text: " && rm -f /etc/ssh/ssh_host_*" }],
    },
  };
}
