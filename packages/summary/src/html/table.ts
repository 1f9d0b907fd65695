import type { Cell, Row, Table } from "../view/view.ts";
import { escapeHtml } from "./escape.ts";

export function tableHtml({ columns, rows }: Table): string {
  const heads = ["Model", ...columns.map(({ label }) => label)];
  const head = heads.map((label) => `<th scope="col">${escapeHtml(label)}</th>`).join("");
  return `<h2 id="models">Models</h2>
<div class="scroll" role="region" aria-labelledby="models" tabindex="0"><table>
<caption>What became of each model, worst first</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.map(rowHtml).join("\n")}
</tbody></table></div>`;
}

function rowHtml({ model, cells }: Row): string {
  return `<tr><th scope="row">${escapeHtml(model, 63)}</th>${cells.map(cellHtml).join("")}</tr>`;
}

function cellHtml({ text, more, verdict, isStandIn }: Cell): string {
  const tone = verdict ?? (isStandIn ? "stand-in" : undefined);
  const word = escapeHtml(text, 100);
  const main = tone === undefined ? word : `<span class="tag ${tone}">${word}</span>`;
  const note = more === undefined ? "" : `<small>${escapeHtml(more, 200)}</small>`;
  return `<td>${main}${note}</td>`;
}
