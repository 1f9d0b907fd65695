import { clean } from "../text/clean.ts";
import type { Cell, Row, Table } from "../view/view.ts";
import type { Paint, Tone } from "./paint.ts";
import { padTo, widthOf } from "./width.ts";
import { wrap } from "./wrap.ts";

/** The rows in aligned columns, or one under the other where the terminal is too narrow for columns. */
export function tableLines(table: Table, width: number, paint: Paint): string[] {
  const labels = ["Model", ...table.columns.map(({ label }) => label)];
  const texts = table.rows.map((row) => [
    clean(row.model, 63),
    ...row.cells.map(({ text }) => clean(text, 60)),
  ]);
  const widths = labels.map((label, index) =>
    Math.max(widthOf(label), ...texts.map((row) => widthOf(row[index] ?? ""))),
  );
  const total = widths.reduce((sum, column) => sum + column + 2, -2);
  if (total > width) return table.rows.flatMap((row) => stacked(row, labels, width, paint));
  const line = (cells: string[], paintCell: (text: string, index: number) => string): string =>
    cells
      .map((text, index) =>
        paintCell(index === cells.length - 1 ? text : padTo(text, widths[index] ?? 0), index),
      )
      .join("  ");
  return [
    line(labels, (text) => paint("faint", text)),
    ...table.rows.flatMap((row, at) => [
      line(texts[at] ?? [], (text, index) => paintCell(paint, row, index, text)),
      ...moreLines(row, labels, width, paint),
    ]),
  ];
}

function paintCell(paint: Paint, row: Row, index: number, text: string): string {
  const tone = index === 0 ? "strong" : toneOf(row.cells[index - 1]);
  return tone === undefined ? text : paint(tone, text);
}

function toneOf(cell: Cell | undefined): Tone | undefined {
  return cell?.evidence ? "warning" : cell?.verdict;
}

/** What the narrow cells had no room for, under its row. */
function moreLines({ cells }: Row, labels: string[], width: number, paint: Paint): string[] {
  const parts = cells.flatMap(({ more }, index) =>
    more === undefined ? [] : [`${(labels[index + 1] ?? "").toLowerCase()}: ${clean(more, 200)}`],
  );
  if (parts.length === 0) return [];
  return wrap(parts.join("; "), width, "    ").map((text) => paint("faint", text));
}

function stacked(row: Row, labels: string[], width: number, paint: Paint): string[] {
  const labelWidth = Math.max(...labels.map(widthOf));
  const lines = row.cells.map((cell, index) => {
    const tone = toneOf(cell);
    const text = clean(cell.text, 60);
    const more = cell.more === undefined ? "" : ` (${clean(cell.more, 200)})`;
    const label = `  ${padTo(labels[index + 1] ?? "", labelWidth)}  `;
    const [first = "", ...rest] = wrap(`${text}${more}`, width, label, " ".repeat(labelWidth + 4));
    const painted = tone === undefined ? first : first.replace(text, () => paint(tone, text));
    return [painted, ...rest];
  });
  return [paint("strong", clean(row.model, 63)), ...lines.flat()];
}
