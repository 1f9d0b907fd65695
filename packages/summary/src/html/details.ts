import type { Detail, Fact, Group } from "../view/view.ts";
import { escapeHtml } from "./escape.ts";
import { figureHtml } from "./figure.ts";

export function detailHtml({ title, verdict, isOpen, groups }: Detail): string {
  const tone = verdict === "passed" || isOpen ? "" : ` <span class="tag ${verdict}">${verdict}</span>`;
  return `<details${isOpen ? " open" : ""}><summary>${escapeHtml(title, 300)}${tone}</summary><div>
${groups.map(groupHtml).join("\n")}</div></details>`;
}

function groupHtml({ heading, facts, figures = [] }: Group): string {
  const tables = figures.map((figure) => `\n${figureHtml(figure)}`);
  return `<h3>${escapeHtml(heading, 200)}</h3><dl>${facts.map(factHtml).join("")}</dl>${tables.join("")}`;
}

function factHtml({ label, value, isCode, isCopied }: Fact): string {
  const text = escapeHtml(value, 1500);
  const code = isCopied ? `<code class="copied">${text}</code>` : `<code>${text}</code>`;
  return `<dt>${escapeHtml(label, 200)}</dt><dd>${isCode ? code : text}</dd>`;
}
