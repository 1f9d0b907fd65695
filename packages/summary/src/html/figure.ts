import type { Figure, FigureColumn, FigureRow, Span } from "../view/view.ts";
import { escapeHtml } from "./escape.ts";

/** A figure as a table; its bars repeat what its numbers say, so that a screen reader passes them over. */
export function figureHtml({ title, columns, barLabel, rows, note }: Figure): string {
  const heads = columns.map(
    ({ label, kind }) => `<th scope="col" role="columnheader"${classOf(kind)}>${escapeHtml(label)}</th>`,
  );
  const drawn = barLabel === undefined ? "" : escapeHtml(barLabel);
  const name = escapeHtml(title, 200);
  return `<div class="figure"><h4>${name}</h4><div class="scroll" role="region" aria-label="${name}" tabindex="0"><table role="table">
<thead role="rowgroup"><tr role="row">${heads.join("")}${drawn === "" ? "" : `<th scope="col" role="columnheader">${drawn}</th>`}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => rowHtml(row, columns, drawn)).join("\n")}
</tbody></table></div>${note === undefined ? "" : `<p>${escapeHtml(note, 500)}</p>`}</div>`;
}

function rowHtml({ cells, bar }: FigureRow, columns: readonly FigureColumn[], drawn: string): string {
  const texts = columns.map(({ label, kind }, index) => {
    const text = escapeHtml(cells[index] ?? "", 300);
    const isCode = kind === "code" || kind === "digest";
    const shown = isCode && text !== "" ? `<code>${text}</code>` : text;
    return `<td role="cell" data-label="${escapeHtml(label)}"${classOf(kind)}><div>${shown}</div></td>`;
  });
  const last = drawn === "" ? "" : `<td role="cell" data-label="${drawn}">${bar ? barHtml(bar) : ""}</td>`;
  return `<tr role="row">${texts.join("")}${last}</tr>`;
}

function classOf(kind: FigureColumn["kind"]): string {
  return kind === "number" ? ' class="number"' : "";
}

function barHtml(spans: readonly Span[]): string {
  const parts = spans.map(({ from, to }) => {
    const [left, length] = [from, to - from].map((share) => `${Math.round(share * 10_000) / 100}%`);
    return `<i style="left:${left};width:${length}"></i>`;
  });
  return `<span class="bar" aria-hidden="true">${parts.join("")}</span>`;
}
