import type { StepResult } from "@mia/step-result";
import { plural } from "../text/units.ts";
import type { View } from "../view/view.ts";
import { type ViewOptions, viewOf } from "../view/view-of.ts";
import { detailHtml } from "./details.ts";
import { escapeHtml } from "./escape.ts";
import { foldedIssuesHtml, openIssuesHtml } from "./issues.ts";
import { style } from "./style.ts";
import { tableHtml } from "./table.ts";

export interface HtmlOptions extends ViewOptions {
  title?: string;
}

/** No script, no request to anywhere: the browser itself holds the page to that. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** One self-contained page with everything the records say, readable without a network and by a screen reader. */
export function renderHtml(records: readonly StepResult[], options: HtmlOptions = {}): string {
  const view = viewOf(records, options);
  const title = options.title ?? "Model images";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title, 200)}: ${escapeHtml(view.verdict)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body(view, title)}
</main>
</body>
</html>
`;
}

function body(view: View, title: string): string {
  const isPlumbing = view.verdict === "passed" && view.evidence !== "real";
  const parts = [
    `<p class="kicker">${escapeHtml(title, 200)}</p>`,
    `<header class="verdict ${isPlumbing ? "plumbing" : view.verdict}"><h1>${escapeHtml(view.sentence)}</h1>${countsHtml(view)}</header>`,
    ...view.notes.map((note) => `<p class="note" role="note">${escapeHtml(note)}</p>`),
    ...view.problems.map((problem) => `<p class="problem">${escapeHtml(problem)}</p>`),
    view.table ? tableHtml(view.table) : "",
    openIssuesHtml(view.open),
    foldedIssuesHtml(plural(view.warnings.length, "warning"), view.warnings),
    detailsHtml(view),
    foldedIssuesHtml(plural(view.infos.length, "info"), view.infos),
    view.leftOut.length > 0 ? `<p class="note">Not shown: ${escapeHtml(view.leftOut.join(", "))}.</p>` : "",
    "<footer>Made by model-image-actions from the records of each step. The JSON records hold everything shown here.</footer>",
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function detailsHtml({ details }: View): string {
  if (details.length === 0) return "";
  return `<section aria-labelledby="details"><h2 id="details">Details</h2>\n${details.map(detailHtml).join("\n")}\n</section>`;
}

/** The numbers behind the sentence, each with its word. */
function countsHtml({ table, open, warnings }: View): string {
  if (!table) return "";
  const cells = table.rows.flatMap((row) => row.cells);
  const of = (verdict: string): number => cells.filter((cell) => cell.verdict === verdict).length;
  const tags = [
    { tone: "", text: plural(table.rows.length, "model") },
    { tone: "passed", text: `${plural(of("passed"), "step")} passed`, isShown: of("passed") > 0 },
    { tone: "failed", text: `${plural(of("failed"), "step")} failed`, isShown: of("failed") > 0 },
    {
      tone: "missing",
      text: `${plural(of("missing"), "step")} without a result`,
      isShown: of("missing") > 0,
    },
    { tone: "skipped", text: `${plural(of("skipped"), "step")} skipped`, isShown: of("skipped") > 0 },
    { tone: "failed", text: plural(open.length, "failure"), isShown: open.length > 0 && of("failed") === 0 },
    { tone: "warning", text: plural(warnings.length, "warning"), isShown: warnings.length > 0 },
  ];
  const items = tags
    .filter(({ isShown = true }) => isShown)
    .map(({ tone, text }) => `<li class="tag ${tone}">${text}</li>`);
  return `<ul class="counts">${items.join("")}</ul>`;
}
