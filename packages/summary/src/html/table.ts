import type { Cell, Row, Table } from "../view/view.ts";
import { escapeHtml } from "./escape.ts";

/**
 * A table that scrolls in its own region, and on a phone one card a model. The roles repeat what the elements say,
 * since a browser forgets it once the style lays them out as blocks; the label of each card's line is the column's.
 */
export function tableHtml({ columns, rows }: Table): string {
  const labels = columns.map(({ label }) => escapeHtml(label));
  const head = ["Model", ...labels]
    .map((label) => `<th scope="col" role="columnheader">${label}</th>`)
    .join("");
  return `<h2 id="models">Models</h2>
<div class="scroll" role="region" aria-labelledby="models" tabindex="0"><table role="table">
<caption>What became of each model, worst first</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => rowHtml(row, labels)).join("\n")}
</tbody></table></div>`;
}

function rowHtml({ model, cells }: Row, labels: readonly string[]): string {
  const texts = cells.map((cell, index) => cellHtml(cell, labels[index] ?? ""));
  return `<tr role="row"><th scope="row" role="rowheader">${escapeHtml(model, 63)}</th>${texts.join("")}</tr>`;
}

function cellHtml({ text, more, verdict, evidence }: Cell, label: string): string {
  const tone = verdict ?? evidence;
  const word = escapeHtml(text, 100);
  const main = tone === undefined ? word : `<span class="tag ${tone}">${word}</span>`;
  const note = more === undefined ? "" : `<small>${escapeHtml(more, 200)}</small>`;
  return `<td role="cell" data-label="${label}"><div>${main}${note}</div></td>`;
}
