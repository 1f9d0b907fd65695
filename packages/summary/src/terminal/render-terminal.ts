import type { StepResult } from "@mia/step-result";
import { clean } from "../text/clean.ts";
import { plural } from "../text/units.ts";
import type { Issue, View } from "../view/view.ts";
import { type ViewOptions, viewOf } from "../view/view-of.ts";
import { detailLines } from "./details.ts";
import { issueLines } from "./issues.ts";
import { type Paint, painter } from "./paint.ts";
import { tableLines } from "./table.ts";
import { wrap } from "./wrap.ts";

export interface TerminalOptions extends ViewOptions {
  /** Columns of the terminal. Default 100. */
  width?: number;
  colour?: boolean;
  /** False where the findings have been shown already. Default true. */
  issues?: boolean;
}

/** More issues than a screen holds are counted instead. */
const maxShown = 50;

/** The same facts as the job summary, for a terminal: verdict first, one row a model, then what is wrong. */
export function renderTerminal(records: readonly StepResult[], options: TerminalOptions = {}): string {
  const view = viewOf(records, options);
  const width = Math.min(Math.max(options.width ?? 100, 40), 200);
  const paint = painter(options.colour ?? false);
  const blocks: string[][] = [
    wrap(clean(view.sentence), width).map((line) => paint(view.verdict, line)),
    ...view.notes.map((note) => wrap(clean(note), width).map((line) => paint("warning", line))),
    ...view.problems.map((problem) => wrap(clean(problem), width, "- ", "  ")),
    ...(view.table ? [tableLines(view.table, width, paint)] : []),
    ...(options.issues === false ? [] : allIssues(view, width, paint)),
    ...view.details.filter(({ isOpen }) => isOpen).map((detail) => detailLines(detail, width, paint)),
    ...(options.issues === false ? [] : counted(view)),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function allIssues(view: View, width: number, paint: Paint): string[][] {
  return [
    ...issueBlocks(view.open, "failure", width, paint),
    ...issueBlocks(view.warnings, "warning", width, paint),
    ...(isShort(view) ? issueBlocks(view.infos, "info", width, paint) : []),
  ];
}

function isShort(view: View): boolean {
  return view.table === null;
}

function issueBlocks(issues: readonly Issue[], noun: string, width: number, paint: Paint): string[][] {
  const shown = issues.slice(0, maxShown).map((issue) => issueLines(issue, width, paint));
  const more = issues.length - shown.length;
  return more > 0 ? [...shown, [`and ${plural(more, `more ${noun}`)}, in the records`]] : shown;
}

function counted(view: View): string[][] {
  const infos =
    isShort(view) || view.infos.length === 0 ? [] : [`${plural(view.infos.length, "info")} not shown`];
  const all = [...view.leftOut.map((text) => `${text} not shown`), ...infos];
  return all.length === 0 ? [] : [[`${all.join(", ")}; the JSON records hold everything.`]];
}
