import type { Detail, Fact, Group } from "../view/view.ts";
import { escapeHtml } from "./escape.ts";

export function detailHtml({ title, verdict, isOpen, groups }: Detail): string {
  const tone = verdict === "passed" || isOpen ? "" : ` <span class="tag ${verdict}">${verdict}</span>`;
  return `<details${isOpen ? " open" : ""}><summary>${escapeHtml(title, 300)}${tone}</summary><div>
${groups.map(groupHtml).join("\n")}</div></details>`;
}

function groupHtml({ heading, facts }: Group): string {
  return `<h3>${escapeHtml(heading, 200)}</h3><dl>${facts.map(factHtml).join("")}</dl>`;
}

function factHtml({ label, value, isCode }: Fact): string {
  const text = escapeHtml(value, 1500);
  return `<dt>${escapeHtml(label, 200)}</dt><dd>${isCode ? `<code>${text}</code>` : text}</dd>`;
}
