import { bar } from "../text/bar.ts";
import { clean } from "../text/clean.ts";
import type { Figure, FigureColumn } from "../view/view.ts";
import type { Paint } from "./paint.ts";
import { padTo, startOf, widthOf } from "./width.ts";
import { wrap } from "./wrap.ts";

const widestBar = 32;
const narrowestBar = 8;
/** What a column of other people's texts is cut to at most, so that its neighbours stay in sight. */
const narrowestText = 16;

/**
 * A figure in aligned columns. Where there is little room the bar gets shorter and goes, then texts of others are cut;
 * where even that is not enough, each row is told in words, so that a digest stays whole.
 */
export function figureLines(figure: Figure, width: number, paint: Paint): string[] {
  const title = wrap(clean(figure.title, 200), width, "  ").map((line) => paint("strong", line));
  const note = figure.note === undefined ? [] : wrap(clean(figure.note, 500), width, "  ");
  return [...title, ...rowsOf(figure, width, paint), ...note.map((line) => paint("faint", line))];
}

function rowsOf({ columns, rows, barLabel }: Figure, width: number, paint: Paint): string[] {
  const texts = rows.map(({ cells }) => columns.map((_, index) => clean(cells[index] ?? "", 300)));
  const natural = columns.map(({ label }, index) =>
    Math.max(widthOf(label), ...texts.map((row) => widthOf(row[index] ?? ""))),
  );
  const isDrawn = barLabel !== undefined;
  const widths =
    fitted(natural, columns, width - 2 - (isDrawn ? narrowestBar + 4 : 0)) ??
    fitted(natural, columns, width - 2);
  if (widths === undefined) return texts.flatMap((row) => told(row, columns, width));
  const left = width - 2 - total(widths) - 4;
  const barWidth = isDrawn && left >= narrowestBar ? Math.min(left, widestBar) : 0;
  const line = (cells: readonly string[], end: string): string =>
    `  ${cells.map((text, index) => placed(text, columns[index], widths[index] ?? 0)).join("  ")}${end}`.trimEnd();
  const labels = columns.map(({ label }) => label);
  const named = line(labels, barWidth > 0 ? `  ${barLabel}` : "");
  const head = widthOf(named) <= width ? named : line(labels, "");
  return [
    paint("faint", head),
    ...rows.map(({ bar: spans }, at) =>
      line(texts[at] ?? [], spans && barWidth > 0 ? `  [${bar(spans, barWidth, "#", ".")}]` : ""),
    ),
  ];
}

/** The columns' widths within `room`, those of texts of others made narrower by need; undefined where it cannot be. */
function fitted(
  natural: readonly number[],
  columns: readonly FigureColumn[],
  room: number,
): number[] | undefined {
  const widths = [...natural];
  for (const [index, { kind }] of columns.entries()) {
    const over = total(widths) - room;
    const own = widths[index] ?? 0;
    if (over > 0 && kind === "code") widths[index] = Math.max(Math.min(own, narrowestText), own - over);
  }
  return total(widths) <= room ? widths : undefined;
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, column) => sum + column + 2, -2);
}

function placed(text: string, column: FigureColumn | undefined, width: number): string {
  const shown = widthOf(text) > width ? `${startOf(text, width - 3)}...` : text;
  return column?.kind === "number"
    ? " ".repeat(Math.max(0, width - widthOf(shown))) + shown
    : padTo(shown, width);
}

/** One row as a list of its cells. */
function told(cells: readonly string[], columns: readonly FigureColumn[], width: number): string[] {
  const parts = columns.flatMap(({ label }, index) => {
    const text = cells[index] ?? "";
    return text === "" ? [] : [`${label.toLowerCase()}: ${text}`];
  });
  return wrap(parts.join("; "), width, "  - ", "    ");
}
