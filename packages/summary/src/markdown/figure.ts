import { bar } from "../text/bar.ts";
import type { Figure, FigureColumn, FigureRow } from "../view/view.ts";
import { code, escapeMarkdown } from "./escape.ts";
import { gantt } from "./gantt.ts";

/**
 * A figure as a table whose bars are characters: it reads the same in a mail, in the mobile app and where no diagram is
 * drawn. The bars of Mermaid's own charts begin left of their zero, so that their lengths would not be the numbers.
 */
export function figureText(
  { title, columns, barLabel, rows, note, timeline }: Figure,
  isDrawn: boolean,
): string {
  const drawing = isDrawn && timeline ? gantt(timeline) : "";
  const labels = [...columns.map(({ label }) => label), ...(barLabel === undefined ? [] : [barLabel])];
  const rules = [
    ...columns.map(({ kind }) => (kind === "number" ? "---:" : "---")),
    ...(barLabel === undefined ? [] : ["---"]),
  ];
  const lines = rows.map((row) => rowText(row, columns, barLabel !== undefined));
  return [
    `**${escapeMarkdown(title, 200)}**\n\n`,
    drawing === "" ? "" : `${drawing}\n\n`,
    `| ${labels.join(" | ")} |\n| ${rules.join(" | ")} |\n${lines.join("")}\n`,
    note === undefined ? "" : `${escapeMarkdown(note, 500)}\n\n`,
  ].join("");
}

function rowText(
  { cells, bar: spans }: FigureRow,
  columns: readonly FigureColumn[],
  hasBar: boolean,
): string {
  const texts = columns.map(({ kind }, index) => cellText(cells[index] ?? "", kind));
  const drawn = hasBar ? [spans ? `<code>${bar(spans, 24, "█", "░")}</code>` : ""] : [];
  return `| ${[...texts, ...drawn].join(" | ")} |\n`;
}

function cellText(text: string, kind: FigureColumn["kind"]): string {
  return kind === "code" || (kind === "digest" && /^sha256:|^[0-9a-f]{12,}$/.test(text))
    ? code(text, 320)
    : escapeMarkdown(text, 320);
}
