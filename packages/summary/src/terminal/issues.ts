import { clean, cut } from "../text/clean.ts";
import type { Issue } from "../view/view.ts";
import type { Paint } from "./paint.ts";
import { wrap } from "./wrap.ts";

/** Lines of a failed program's output that a terminal shows; the record has more. */
const maxOutput = 15;

/** One issue: its place first, as editors and terminals make `file:line` a link. */
export function issueLines(issue: Issue, width: number, paint: Paint): string[] {
  const { level, where, name, message, remedy, fix, places, output } = issue;
  const tone = level === "error" ? "failed" : level === "warning" ? "warning" : "faint";
  const [first, ...others] = places.map(({ file, line, note }) => ({
    at: `${clean(file, 300)}:${line}`,
    note,
  }));
  const title = [paint(tone, level), clean(where, 100), ...(first ? [first.at] : []), clean(name, 130)];
  return [
    title.join("  "),
    ...wrap(`${clean(message)}${first?.note ? ` (${clean(first.note, 300)})` : ""}`, width, "  "),
    ...wrap(`Fix: ${clean(remedy)}`, width, "  ", "       "),
    ...(fix === undefined ? [] : wrap(`--fix: ${clean(fix, 230)}`, width, "  ", "       ")),
    ...others.flatMap(({ at, note }) =>
      wrap(`also ${at}${note ? `: ${clean(note, 300)}` : ""}`, width, "  ", "    "),
    ),
    ...output.slice(-maxOutput).map((line) => paint("faint", `  | ${cut(line, 300)}`)),
  ];
}
