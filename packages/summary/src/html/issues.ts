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

function issueHtml({ level, where, name, message, remedy, places, output }: Issue): string {
  const [first, ...others] = places;
  const word = level === "info" ? "advice" : level;
  const at = first ? ` at ${placeHtml(first)}` : "";
  const also = others.map(
    (place) => `<p>also ${placeHtml(place)}${place.note ? `: ${escapeHtml(place.note, 300)}` : ""}</p>`,
  );
  const last = output.map((line) => entities(cut(line, 500))).join("\n");
  const log =
    last === ""
      ? ""
      : `<details><summary>Last lines</summary><div><pre tabindex="0">${last}</pre></div></details>`;
  return `<article class="${level}"><h3><span class="tag ${level}">${word}</span> ${escapeHtml(where, 200)}${at} <code>${escapeHtml(name, 100)}</code></h3>
<p>${escapeHtml(message)}</p><p><strong>Fix:</strong> ${escapeHtml(remedy)}</p>${also.join("")}${log}</article>`;
}

function placeHtml({ file, line, href }: Place): string {
  const text = `<code>${escapeHtml(`${file}:${line}`, 300)}</code>`;
  return href === undefined ? text : `<a href="${escapeHtml(href)}">${text}</a>`;
}
