import { cut } from "../text/clean.ts";
import { plural } from "../text/units.ts";
import type { Issue, Place } from "../view/view.ts";
import { entities, escapeHtml } from "./escape.ts";

export function openIssuesHtml(issues: readonly Issue[]): string {
  if (issues.length === 0) return "";
  return `<section aria-labelledby="failures"><h2 id="failures">${plural(issues.length, "failure")}</h2>
${issues.map(issueHtml).join("\n")}</section>`;
}

export function foldedIssuesHtml(title: string, issues: readonly Issue[]): string {
  if (issues.length === 0) return "";
  return `<details><summary>${escapeHtml(title)}</summary><div>
${issues.map(issueHtml).join("\n")}</div></details>`;
}

function issueHtml({ level, where, name, href, message, remedy, fix, places, output }: Issue): string {
  const [first, ...others] = places;
  const at = first ? ` at ${placeHtml(first)}` : "";
  const also = others.map(
    (place) => `<p>also ${placeHtml(place)}${place.note ? `: ${escapeHtml(place.note, 300)}` : ""}</p>`,
  );
  const last = output.map((line) => entities(cut(line, 500))).join("\n");
  const log =
    last === ""
      ? ""
      : `<details><summary>Last lines</summary><div><pre tabindex="0">${last}</pre></div></details>`;
  const rule = linked(`<code>${escapeHtml(name, 130)}</code>`, href);
  const noted = first?.note === undefined ? "" : ` (${escapeHtml(first.note, 300)})`;
  const own = fix === undefined ? "" : `<p><strong>--fix:</strong> ${escapeHtml(fix, 230)}</p>`;
  return `<article class="${level}"><h3><span class="tag ${level}">${level}</span> ${escapeHtml(where, 200)}${at} ${rule}</h3>
<p>${escapeHtml(message)}${noted}</p><p><strong>Fix:</strong> ${escapeHtml(remedy)}</p>${own}${also.join("")}${log}</article>`;
}

function placeHtml({ file, line, href }: Place): string {
  return linked(`<code>${escapeHtml(`${file}:${line}`, 300)}</code>`, href);
}

function linked(text: string, href: string | undefined): string {
  return href === undefined ? text : `<a href="${escapeHtml(href)}">${text}</a>`;
}
